package workshop.objectstore;

import java.util.Optional;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A call to the store has failed: refused by the store, or without an answer.
 */
final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NO_ANSWER = 0;

    private final int status;

    private StoreFailure(String message, int status, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The store has answered, and refuses; or the connection has failed. */
    static StoreFailure of(String call, Throwable cause) {
        if (cause instanceof StoreFailure failure) {
            return failure; // of one call of several
        }
        if (cause instanceof AwsServiceException refused) {
            String code = Optional.ofNullable(refused.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("no code");
            return new StoreFailure("The store refuses to %s (HTTP %d, %s)".formatted(call, refused.statusCode(), code),
                                    refused.statusCode(), cause);
        }
        return new StoreFailure("The store can't be asked to %s (%s)".formatted(call, cause.getMessage()), NO_ANSWER, cause);
    }

    /** No answer has come in time, or whoever waited for it was interrupted. What was asked for may be done, or not. */
    static StoreFailure noAnswer(String call, Throwable cause) {
        return new StoreFailure("The store has not answered when asked to " + call, NO_ANSWER, cause);
    }

    /** Whether it is worth to ask again: nobody has answered, or the store says that it is not well, perhaps behind a 200. */
    boolean mayPass() {
        return status == NO_ANSWER || status == 200 || status == 429 || status >= 500;
    }

    /** Whether the store says that there is no such upload, or no such object. */
    boolean isAbsence() {
        return status == 404;
    }
}
