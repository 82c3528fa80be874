package workshop.lab.side;

/** What can be seen of a request. The page knows each by its name. */
enum Moment {
    /** The client has sent it. */
    SENT,
    /** The handler begins. */
    BEGUN,
    /** The handler ends, or is killed. */
    ENDED,
    /** The client hangs up. */
    LEFT,
    /** The client says nothing any more, and keeps its connection. */
    SILENT,
    /** Whoever waited at the client waits no longer, and the client keeps its connection. */
    GIVEN_UP,
    /** The whole answer is here. */
    ANSWERED,
    /** The connection ends without an answer, though the client stays. */
    CUT,
    /** The server tells that its client has left. */
    NOTICED,
    /** The handler has made its file. */
    WRITTEN,
    /** The file is in place. */
    COMMITTED,
    /** The file is gone. */
    REMOVED
}
