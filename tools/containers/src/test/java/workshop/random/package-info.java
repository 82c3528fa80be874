/**
 * Clients whose every choice is random, against the finished servers of the steps 02 to 05; and the books that have to balance
 * in the end. Each step's {@code RandomClientIT} is in the step's own package: its {@code Main::configure} is not public.
 */
package workshop.random;
