package dev.csai.chat.egress;

/**
 * A call outside that brought nothing, whether it was refused here, went astray or was answered badly: whoever chose
 * the address must not learn which of these it was.
 */
public final class CallFailed extends RuntimeException {

    CallFailed(String what) {
        super(what);
    }

    CallFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
