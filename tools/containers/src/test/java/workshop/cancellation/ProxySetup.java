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

    /** Which proxy, for a reader. */
    final String proxy;
    /** What is special about its configuration, for a reader. */
    final String setting;
    final Image image;
    private final String configuration;

    ProxySetup(String proxy, String setting, Image image, String configuration) {
        this.proxy = proxy;
        this.setting = setting;
        this.image = image;
        this.configuration = configuration;
    }

    /** The text of its configuration, for two servers on the host. */
    String configuration(int server, int recorder) {
        return configuration.replace("SERVER", HostServer.NAME + ":" + server).replace("RECORDER", HostServer.NAME + ":" + recorder);
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
