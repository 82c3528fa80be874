package workshop.cancellation;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

import workshop.testkit.container.HostServer;
import workshop.testkit.container.Image;

/**
 * A proxy with a configuration. It has two ports, each with a server behind it. Its clients speak HTTP/1.1 to it, or HTTP/2 by prior
 * knowledge; what it speaks to the servers is HTTP/1.1 but for one.
 */
enum ProxySetup {
    NGINX("nginx", "default, with `proxy_http_version 1.1`", Image.NGINX, nginx("")),
    NGINX_IGNORES("nginx", "`proxy_ignore_client_abort on`", Image.NGINX, nginx("proxy_ignore_client_abort on;")),
    NGINX_IMPATIENT("nginx", "`proxy_read_timeout 2s`", Image.NGINX, nginx("proxy_read_timeout 2s;")),
    HAPROXY("HAProxy", "default", Image.HAPROXY, haproxy("", "60s")),
    HAPROXY_ABORTS("HAProxy", "`option abortonclose`", Image.HAPROXY, haproxy("option abortonclose", "60s")),
    HAPROXY_DOES_NOT_ABORT("HAProxy", "`no option abortonclose`", Image.HAPROXY, haproxy("no option abortonclose", "60s")),
    HAPROXY_IMPATIENT("HAProxy", "`timeout server 2s`", Image.HAPROXY, haproxy("", "2s")),

    NGINX_HTTP2("nginx", "default, with `listen … http2` and `proxy_http_version 1.1`", Image.NGINX, http2(nginx(""))),
    NGINX_HTTP2_IGNORES("nginx", "`proxy_ignore_client_abort on`", Image.NGINX, http2(nginx("proxy_ignore_client_abort on;"))),
    HAPROXY_HTTP2("HAProxy", "default, with `bind … proto h2`", Image.HAPROXY, http2(haproxy("", "60s"))),
    HAPROXY_HTTP2_ABORTS("HAProxy", "`option abortonclose`", Image.HAPROXY, http2(haproxy("option abortonclose", "60s"))),
    HAPROXY_HTTP2_BEHIND("HAProxy", "`server … proto h2`: HTTP/2 to the server, too", Image.HAPROXY,
                         http2(haproxy("default-server proto h2", "60s")));

    /** The name of its container for others. */
    static final String ALIAS = "proxy";
    /** The port in front of the server. */
    static final int SERVER = 8080;
    /** The port in front of the recorder. */
    static final int RECORDER = 8081;

    /** Which proxy, for a reader. */
    final String proxy;
    /** What is special about its configuration, for a reader. */
    final String setting;
    private final Image image;
    private final String configuration;

    ProxySetup(String proxy, String setting, Image image, String configuration) {
        this.proxy = proxy;
        this.setting = setting;
        this.image = image;
        this.configuration = configuration;
    }

    /** Whether its clients speak HTTP/2. */
    boolean isHttp2() {
        return compareTo(NGINX_HTTP2) >= 0;
    }

    /** Starts it in a container, in front of two servers on the host. */
    GenericContainer<?> start(int server, int recorder) {
        String text = configuration.replace("SERVER", HostServer.NAME + ":" + server).replace("RECORDER", HostServer.NAME + ":" + recorder);
        var container = new GenericContainer<>(DockerImageName.parse(image.reference()))
                .withNetwork(Network.SHARED)
                .withNetworkAliases(ALIAS)
                .withExtraHost(HostServer.NAME, HostServer.GATEWAY)
                .withCopyToContainer(Transferable.of(text), "/etc/proxy.conf")
                .withExposedPorts(SERVER, RECORDER);
        container.start();
        return container;
    }

    @Override
    public String toString() {
        return proxy + ", " + setting.replace("`", "");
    }

    /** By itself, nginx 1.22 speaks HTTP/1.0 to servers, and no request would get to the handler. */
    private static String nginx(String setting) {
        return """
                daemon off;
                pid /tmp/nginx.pid;
                error_log /dev/stderr;
                events {}
                http {
                  access_log off;
                  proxy_http_version 1.1;
                  %s
                  server { listen %d; location / { proxy_pass http://SERVER; } }
                  server { listen %d; location / { proxy_pass http://RECORDER; } }
                }
                """.formatted(setting, SERVER, RECORDER);
    }

    private static String http2(String configuration) {
        return configuration.replaceAll("listen (\\d+)", "listen $1 http2").replaceAll("bind .*", "$0 proto h2");
    }

    private static String haproxy(String setting, String timeout) {
        return """
                defaults
                  mode http
                  timeout connect 5s
                  timeout client 60s
                  timeout server %s
                  %s
                listen server
                  bind :%d
                  server only SERVER
                listen recorder
                  bind :%d
                  server only RECORDER
                """.formatted(timeout, setting, SERVER, RECORDER);
    }
}
