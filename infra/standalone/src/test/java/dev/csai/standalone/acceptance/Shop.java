package dev.csai.standalone.acceptance;

import dev.csai.standalone.acceptance.Multipart.FileBytes;

/** A small shop's knowledge, written for these tests: every fact stands once. */
final class Shop {

    static final FileBytes ENGLISH = FileBytes.text("bicycle-shop.txt", """
            Opening hours

            On Saturday the workshop is open from 10 in the morning until 2 in the afternoon. On Sunday the workshop \
            stays closed, also in the summer.

            Returns

            A bicycle can be returned within 45 days of the purchase if it was ridden less than 20 kilometres. \
            The refund reaches the customer's bank account after 6 working days.

            Delivery

            A cargo bike is delivered by our own van within 30 kilometres of the shop and costs 18 euro. \
            Spare parts are sent by post on the same day when they are ordered before noon.

            Warranty

            The frame has a warranty of 12 years, the battery one of 3 years or 500 charging cycles.
            """);

    static final String ENGLISH_QUESTION = "How many days do I have to return a bicycle?";
    static final String ENGLISH_FACT = "45 days";

    static final FileBytes HEBREW = FileBytes.text("bicycle-shop-he.txt", """
            שעות פתיחה

            בימי שישי הסדנה פתוחה משמונה בבוקר עד אחת בצהריים. בשבת הסדנה סגורה.

            החזרות

            אפשר להחזיר אופניים בתוך 45 ימים מיום הקנייה אם נסעו בהם פחות מעשרים קילומטרים. ההחזר הכספי מגיע \
            לחשבון הבנק של הלקוח בתוך שישה ימי עסקים.

            משלוחים

            אופני מטען נשלחים ברכב שלנו עד מרחק של שלושים קילומטרים מהחנות, והמשלוח עולה 70 שקלים.
            """);

    static final String HEBREW_QUESTION = "בתוך כמה ימים אפשר להחזיר אופניים?";
    static final String HEBREW_FACT = "45 ימים";

    private Shop() {}
}
