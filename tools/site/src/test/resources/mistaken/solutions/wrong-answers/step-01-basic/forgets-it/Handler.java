package x;

final class Handler {
    String answer() {
        return "";
    }
}
