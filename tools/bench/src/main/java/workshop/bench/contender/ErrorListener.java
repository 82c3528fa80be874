package workshop.bench.contender;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * Tells when the container gives an asynchronous request up.
 */
record ErrorListener(Runnable onError) implements AsyncListener {
    @Override
    public void onError(AsyncEvent event) {
        onError.run();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // the answer has been sent
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // there is no time limit
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // it has started before
    }
}
