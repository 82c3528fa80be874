package workshop.bench.jvm;

import workshop.testkit.client.TcpClose;


/**
 * What can be asked of a contender's JVM: its name is a line of the JVM's input, and the answer, a number, one of its output.
 */
public enum Question {
    /** How many requests have come to wait. */
    ARRIVED,
    /** The live heap, in bytes: what is in use after three full collections. */
    HEAP,
    /** The processor time that this JVM has used, in nanoseconds. */
    CPU,
    /** The time from a client's leaving by FIN to the notice, in nanoseconds; negative if there is none. */
    NOTICE_OF_FIN,
    /** The same for RST. */
    NOTICE_OF_RST;

    /** How soon a client that leaves is noticed. */
    public static Question noticeOf(TcpClose way) {
        return switch (way) {
            case FIN -> NOTICE_OF_FIN;
            case RST -> NOTICE_OF_RST;
        };
    }
}
