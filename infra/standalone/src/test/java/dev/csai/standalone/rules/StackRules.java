package dev.csai.standalone.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Which library may be used where. */
final class StackRules {

    /** Whatever can open a connection to an address that somebody else chose. */
    private static final DescribedPredicate<JavaClass> CLIENTS = resideInAnyPackage("java.net.http..", "okhttp3..",
            "software.amazon.awssdk..",
            "org.apache.http..", "org.apache.hc..", "reactor.netty..", "org.springframework.web.client..",
            "org.springframework.web.reactive.function.client..", "org.springframework.http.client..")
            .or(JavaClass.Predicates.assignableTo(java.net.URLConnection.class))
            .or(JavaClass.Predicates.assignableTo(java.net.Socket.class))
            .or(JavaClass.Predicates.assignableTo(java.net.DatagramSocket.class))
            .or(JavaClass.Predicates.assignableTo(java.nio.channels.SocketChannel.class))
            .as("clients of the network");

    private static final Set<String> BLOCKING = Set.of("block", "blockOptional", "blockFirst", "blockLast",
            "toIterable", "toStream");

    private StackRules() {}

    static ArchRule onlyChatIsReactive(House house, List<Exempt> exempt) {
        return noClasses().that().resideOutsideOfPackage(house.in("chat")).and(Exempt.none(exempt))
                .should().dependOnClassesThat().resideInAnyPackage("reactor..", "org.reactivestreams..",
                        "org.springframework.web.reactive..", "io.r2dbc..", "org.springframework.r2dbc..")
                .because("everything else is blocking code on virtual threads");
    }

    static ArchRule onlyChatListens(House house, List<Exempt> exempt) {
        return noClasses().that().resideOutsideOfPackage(house.in("chat")).and(Exempt.none(exempt))
                .should().dependOnClassesThat().resideInAnyPackage("org.springframework.web.bind.annotation..",
                        "org.springframework.web.server..", "jakarta.servlet..", "com.sun.net.httpserver..")
                .because("there is one door");
    }

    static ArchRule chatSpeaksNoJdbc(House house, List<Exempt> exempt) {
        return noClasses().that().resideInAPackage(house.in("chat")).and(Exempt.none(exempt))
                .should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "com.zaxxer.hikari..")
                .because("a blocking driver would stop an event loop");
    }

    static ArchRule chatNeverBlocks(House house, List<Exempt> exempt) {
        return noClasses().that().resideInAPackage(house.in("chat")).and(Exempt.none(exempt))
                .should().callMethodWhere(DescribedPredicate.describe("a publisher is waited for",
                        call -> call.getTargetOwner().getPackageName().equals("reactor.core.publisher")
                                && BLOCKING.contains(call.getName())))
                .because("one blocked event loop stops a quarter of all visitors");
    }

    static ArchRule springAiStaysAtItsEdge(House house, List<Exempt> exempt) {
        return noClasses().that().resideOutsideOfPackages(house.in("chat.answer"), house.in("chat.retrieval"),
                house.in("ingest.embed"), house.in("shared.embedding")).and(Exempt.none(exempt))
                .should().dependOnClassesThat().resideInAPackage("org.springframework.ai..")
                .because("a provider's shapes must not spread");
    }

    static ArchRule nobodyCallsOut(House house, List<Exempt> exempt) {
        return noClasses().that().resideInAPackage(house.root() + "..").and(Exempt.none(exempt))
                .should().dependOnClassesThat(CLIENTS)
                .orShould().callMethod(java.net.URL.class, "openStream")
                .orShould().callMethod(java.net.URL.class, "openConnection")
                .because("a call outwards needs the guard of addresses");
    }
}
