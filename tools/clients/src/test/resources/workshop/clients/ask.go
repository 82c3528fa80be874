// Asks for a URL, or one after the other, in the way that is named first, and says when it has given up; then it stays as it is.
// Where it has an answer, or just waits for one, it ends.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"
)

const limit = time.Second

func clientTimeout(url string) error {
	// tag::time-out[]
	client := http.Client{Timeout: limit} // the connection is closed
	answer, err := client.Get(url)
	// end::time-out[]
	return read(answer, err)
}

func withContext(url string) error {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	return read(http.DefaultClient.Do(request))
}

func selectAfter(url string) error {
	// tag::select[]
	answered := make(chan error)
	go func() { answered <- get(url) }()
	select {
	case err := <-answered:
		return err
	case <-time.After(limit):
		return errors.New("late") // nobody tells the server
	}
	// end::select[]
}

func get(url string) error {
	return read(http.Get(url))
}

func read(answer *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}

func main() {
	ways := map[string]func(string) error{
		"client_timeout": clientTimeout, "context": withContext, "select": selectAfter, "client_get": get,
	}
	for _, url := range os.Args[2:] {
		if err := ways[os.Args[1]](url); err != nil {
			fmt.Println("gave up:", err)
			if os.Args[1] != "client_get" {
				time.Sleep(time.Minute)
			}
		}
	}
}
