package workshop.objectstore;

/**
 * What may be the matter with the network between a server and its store, and how the server's kernel is made to behave so.
 */
enum Trouble {
    /** What the server sends goes nowhere, and nothing arrives. */
    CUT("iptables --append OUTPUT " + Trouble.TO_STORE + " --jump DROP && iptables --append INPUT " + Trouble.FROM_STORE + " --jump DROP",
        "iptables --flush"),
    /** Each connection is reset. */
    RESET("iptables --append OUTPUT " + Trouble.TO_STORE + " --jump REJECT --reject-with tcp-reset", "iptables --flush"),
    /** A part of 5 MiB takes five seconds. */
    SLOW("tc qdisc add dev eth0 root tbf rate 8mbit burst 32kb latency 400ms", "tc qdisc delete dev eth0 root");

    private static final String TO_STORE = "--protocol tcp --dport " + StoreContainer.PORT;
    private static final String FROM_STORE = "--protocol tcp --sport " + StoreContainer.PORT;

    /** What a shell in the server's network does. */
    final String begin;
    final String end;

    Trouble(String begin, String end) {
        this.begin = begin;
        this.end = end;
    }
}
