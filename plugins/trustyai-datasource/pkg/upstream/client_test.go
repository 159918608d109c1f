package upstream

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// brokenService answers as broken services do.
func brokenService(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/hang", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/reset", func(w http.ResponseWriter, _ *http.Request) { hangUp(w, "") })
	mux.HandleFunc("/half", func(w http.ResponseWriter, _ *http.Request) {
		hangUp(w, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf a body")
	})
	mux.HandleFunc("/drip", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			_, _ = w.Write([]byte("."))
			w.(http.Flusher).Flush()
			time.Sleep(5 * time.Millisecond)
		}
	})
	mux.HandleFunc("/big", func(w http.ResponseWriter, r *http.Request) {
		megabyte := make([]byte, 1<<20)
		for range 50 {
			if _, err := w.Write(megabyte); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/401", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) })
	mux.HandleFunc("/html", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprint(w, "<html>log in")
	})
	mux.HandleFunc("/bytes", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("\xEF\xBB\xBFok \xff"))
	})
	mux.HandleFunc("/elsewhere", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://127.0.0.1:1/login", http.StatusFound)
	})
	mux.HandleFunc("/echo", func(w http.ResponseWriter, r *http.Request) {
		body := make([]byte, 100)
		n, _ := r.Body.Read(body)
		_, _ = fmt.Fprintf(w, "%s %s %s %s", r.Method, r.URL.RawQuery, r.Header.Get("Content-Type"), body[:n])
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func hangUp(w http.ResponseWriter, first string) {
	connection, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	_, _ = connection.Write([]byte(first))
	_ = connection.(*net.TCPConn).SetLinger(0)
	_ = connection.Close()
}

func client(t *testing.T, base string) *Client {
	t.Helper()
	made, err := NewShared(time.Now).NewClient(base, &http.Client{}, "")
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestWhatServicesDoWrong(t *testing.T) {
	server := brokenService(t)
	secure := httptest.NewTLSServer(http.NotFoundHandler())
	secure.Config.ErrorLog = nil
	t.Cleanup(secure.Close)
	cases := []struct {
		name, base, path string
		want             string
		message          string
	}{
		{"hang", server.URL, "/hang", Timeout, "deadline"},
		{"reset", server.URL, "/reset", Unreachable, ""},
		{"broken off", server.URL, "/half", Unreachable, "broke off after 11 bytes"},
		{"drip", server.URL, "/drip", Timeout, "broke off"},
		{"50 MB", server.URL, "/big", TooLarge, "larger than 16 MB"},
		{"nobody there", "http://127.0.0.1:1", "/", Unreachable, "connection refused"},
		{"unknown authority", secure.URL, "/", TLS, "certificate"},
		{"plain HTTP behind https", "https" + strings.TrimPrefix(server.URL, "http"), "/", TLS, "HTTP response to HTTPS"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			patience := 10 * time.Second
			if c.want == Timeout {
				patience = 200 * time.Millisecond
			}
			ctx, cancel := context.WithTimeout(context.Background(), patience)
			defer cancel()
			reply := client(t, c.base).Call(ctx, Request{Method: "GET", Path: c.path})
			if reply.Error != c.want || reply.Status != 0 || !strings.Contains(reply.ErrorMessage, c.message) {
				t.Errorf("got %q %q, status %d", reply.Error, reply.ErrorMessage, reply.Status)
			}
		})
	}
}

func TestRepliesPassAsTheyAre(t *testing.T) {
	server := brokenService(t)
	body := `{"a":1}`
	cases := []struct {
		request Request
		want    Reply
	}{
		{Request{Method: "GET", Path: "/401"}, Reply{Status: 401}},
		{Request{Method: "DELETE", Path: "/echo", Body: body}, Reply{Status: 200, ContentType: "text/plain; charset=utf-8", Body: `DELETE  application/json {"a":1}`}},
		{Request{Method: "GET", Path: "/html"}, Reply{Status: 200, ContentType: "text/html; charset=utf-8", Body: "<html>log in"}},
		{Request{Method: "GET", Path: "/bytes"}, Reply{Status: 200, ContentType: "text/plain; charset=utf-8", Body: "ok \uFFFD"}},
		{Request{Method: "POST", Path: "/echo?q=a%2Fb", Body: body}, Reply{Status: 200, ContentType: "text/plain; charset=utf-8", Body: `POST q=a%2Fb application/json {"a":1}`}},
	}
	for _, c := range cases {
		if got := client(t, server.URL+"/").Call(context.Background(), c.request); got != c.want {
			t.Errorf("%s: got %+v", c.request.Path, got)
		}
	}
}

func TestCredentialsDoNotFollowARedirect(t *testing.T) {
	reply := client(t, brokenService(t).URL).Call(context.Background(), Request{Method: "GET", Path: "/elsewhere"})
	if reply.Status != http.StatusFound || reply.Error != "" {
		t.Errorf("got %+v", reply)
	}
}

func TestWrongURLsAreSaidInWords(t *testing.T) {
	for base, want := range map[string]string{
		"":                     "must look like",
		"service:8080":         "must look like",
		"ftp://service":        "must look like",
		"http://":              "must look like",
		"http://s/?model=x":    "without ? or #",
		"http://s/path#anchor": "without ? or #",
	} {
		if _, err := NewShared(time.Now).NewClient(base, &http.Client{}, ""); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v", base, err)
		}
	}
}
