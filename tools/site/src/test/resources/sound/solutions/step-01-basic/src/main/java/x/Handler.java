package x;

final class Handler {
    String answer() {
        // tag::solution[]
        return "<File> & more"; // <1>
        // end::solution[]
    }
}
