package dev.csai.chat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTests {

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8,10.255.0.1,true", "10.0.0.0/8,11.0.0.1,false", "192.0.2.128/25,192.0.2.128,true",
            "192.0.2.128/25,192.0.2.127,false", "192.0.2.7,192.0.2.7,true", "192.0.2.7,192.0.2.6,false",
            "200.0.0.0/1,128.0.0.1,true", "200.0.0.0/1,127.0.0.1,false", "0.0.0.0/0,8.8.8.8,true",
            "0.0.0.0/0,::1,false",
            "::1,::1,true", "2001:db8::/33,2001:db8:7fff::1,true", "2001:db8::/33,2001:db8:8000::1,false",
            "::ffff:10.0.0.1,10.0.0.1,true"})
    void holds_the_addresses_that_begin_alike(String block, String address, boolean holds) {
        assertThat(AddressBlock.parse(block).holds(InetAddress.ofLiteral(address))).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/x",
            "proxy.example",
            "10.0.0.0/8/8"})
    void is_written_in_no_other_way(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressBlock.parse(text));
    }
}
