package workshop.cancellation;

import workshop.testkit.container.HostServer;
import workshop.testkit.container.Image;

/**
 * A proxy with a configuration. It has two ports, each with a server behind it.
 */
enum ProxySetup {
    NGINX("nginx", "default, with `proxy_http_version 1.1`", Image.NGINX, nginx("")),
    NGINX_IGNORES("nginx", "`proxy_ignore_client_abort on`", Image.NGINX, nginx("proxy_ignore_client_abort on;")),
    NGINX_IMPATIENT("nginx", "`proxy_read_timeout 2s`", Image.NGINX, nginx("proxy_read_timeout 2s;")),
    HAPROXY("HAProxy", "default", Image.HAPROXY, haproxy("", "60s")),
    HAPROXY_ABORTS("HAProxy", "`option abortonclose`", Image.HAPROXY, haproxy("option abortonclose", "60s")),
    HAPROXY_DOES_NOT_ABORT("HAProxy", "`no option abortonclose`", Image.HAPROXY, haproxy("no option abortonclose", "60s")),
    HAPROXY_IMPATIENT("HAProxy", "`timeout server 2s`", Image.HAPROXY, haproxy("", "2s"));

    /** The port in front of the server. */
    static final int SERVER = 8080;
    /** The port in front of the recorder. */
    static final int RECORDER = 8081;

    private final String proxy;
    private final String setting;
    private final Image image;
    private final Configuration configuration;

    /** The text of a configuration, for two servers on the host. */
    @FunctionalInterface
    private interface Configuration {
        String of(int server, int recorder);
    }

    ProxySetup(String proxy, String setting, Image image, Configuration configuration) {
        this.proxy = proxy;
        this.setting = setting;
        this.image = image;
        this.configuration = configuration;
    }

    /** Which proxy, for a reader. */
    String proxy() {
        return proxy;
    }

    /** What is special about its configuration, for a reader. */
    String setting() {
        return setting;
    }

    Image image() {
        return image;
    }

    /** The text of its configuration, for two servers on the host. */
    String configuration(int server, int recorder) {
        return configuration.of(server, recorder);
    }

    @Override
    public String toString() {
        return proxy + ", " + setting.replace("`", "");
    }

    /** By itself, nginx 1.22 speaks HTTP/1.0 to servers, and no request would get to the handler. */
    private static Configuration nginx(String setting) {
        return (server, recorder) -> """
                daemon off;
                pid /tmp/nginx.pid;
                error_log /dev/stderr;
                events {}
                http {
                  access_log off;
                  proxy_http_version 1.1;
                  %2$s
                  server { listen %3$d; location / { proxy_pass http://%1$s:%4$d; } }
                  server { listen %5$d; location / { proxy_pass http://%1$s:%6$d; } }
                }
                """.formatted(HostServer.NAME, setting, SERVER, server, RECORDER, recorder);
    }

    private static Configuration haproxy(String setting, String timeout) {
        return (server, recorder) -> """
                defaults
                  mode http
                  timeout connect 5s
                  timeout client 60s
                  timeout server %2$s
                  %3$s
                listen server
                  bind :%4$d
                  server only %1$s:%5$d
                listen recorder
                  bind :%6$d
                  server only %1$s:%7$d
                """.formatted(HostServer.NAME, timeout, setting, SERVER, server, RECORDER, recorder);
    }
}
