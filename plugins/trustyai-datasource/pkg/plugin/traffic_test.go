package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

type scriptReply struct {
	Status       int    `json:"status"`
	Body         string `json:"body"`
	Error        string `json:"error"`
	ErrorMessage string `json:"errorMessage"`
	Asked        string `json:"asked"`
}

func TestTheScriptIsToldWhatWentWrong(t *testing.T) {
	service := startService(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/hang":
			<-r.Context().Done()
		case "/big":
			megabyte := make([]byte, 1<<20)
			for range 50 {
				_, _ = w.Write(megabyte)
			}
		case "/drip":
			for r.Context().Err() == nil {
				_, _ = w.Write([]byte("."))
				w.(http.Flusher).Flush()
				time.Sleep(5 * time.Millisecond)
			}
		case "/reset":
			connection, _, err := w.(http.Hijacker).Hijack()
			if err == nil {
				_ = connection.Close()
			}
		case "/401":
			w.WriteHeader(http.StatusUnauthorized)
		}
	})
	for path, want := range map[string]scriptReply{
		"/hang":  {Error: "timeout"},
		"/drip":  {Error: "timeout"},
		"/reset": {Error: "unreachable"},
		"/big":   {Error: "too large"},
		"/401":   {Status: 401},
	} {
		t.Run(path, func(t *testing.T) {
			source := datasource(t, testScript(t), service, "")
			patience := time.Minute
			if want.Error == "timeout" {
				patience = 300 * time.Millisecond
			}
			ctx, cancel := context.WithTimeout(context.Background(), patience)
			defer cancel()
			params := url.Values{"do": {"call"}, "path": {path}}.Encode()
			reply := callResourceIn(t, ctx, source, resourceCall{"GET", "models", params, "Viewer", ""})
			var got []scriptReply
			if err := json.Unmarshal([]byte(reply.body), &got); err != nil {
				t.Fatal(err, reply)
			}
			if len(got) != 1 || got[0].Status != want.Status || got[0].Error != want.Error || got[0].Asked != path {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestManyUsersWhoComeAndGo(t *testing.T) {
	var calls, cancelled atomic.Int32
	service := startService(t, func(w http.ResponseWriter, r *http.Request) {
		calls.Add(1)
		select {
		case <-time.After(20 * time.Millisecond):
			_, _ = fmt.Fprint(w, r.URL.Path)
		case <-r.Context().Done():
			cancelled.Add(1)
		}
	})
	source := datasource(t, testScript(t), service, "")
	var group sync.WaitGroup
	var answered, left atomic.Int32
	for user := range 200 {
		group.Go(func() {
			ctx, leave := context.WithCancel(context.Background())
			defer leave()
			if user%3 == 0 {
				time.AfterFunc(time.Duration(user%20)*time.Millisecond, leave)
			}
			path := fmt.Sprintf("/model/%d", user%10)
			request := queryOf(t, map[string]any{"do": "call", "requests": []any{
				map[string]any{"method": "GET", "path": path},
				map[string]any{"method": "GET", "path": "/shared", "minAgeSeconds": 60},
			}})
			// The script's value is no list of frames: that it got so far is what counts here.
			response, err := source.QueryData(ctx, request)
			if err != nil {
				t.Error(err)
			}
			switch message := response.Responses["A"].Error.Error(); {
			case strings.Contains(message, "own code failed"):
				answered.Add(1)
			case strings.Contains(message, "cancelled"):
				left.Add(1)
			default:
				t.Error(message)
			}
		})
	}
	group.Wait()
	if answered.Load() < 133 || answered.Load()+left.Load() != 200 {
		t.Errorf("%d were answered, %d left", answered.Load(), left.Load())
	}
	if n := calls.Load(); n >= 400 {
		t.Errorf("%d calls reached the service, so none was joined", n)
	}
}

func TestCancellationReachesTheService(t *testing.T) {
	begun, ended := make(chan struct{}), make(chan struct{})
	service := startService(t, func(_ http.ResponseWriter, r *http.Request) {
		close(begun)
		<-r.Context().Done()
		close(ended)
	})
	source := datasource(t, testScript(t), service, "")
	ctx, leave := context.WithCancel(context.Background())
	go func() {
		<-begun
		leave()
	}()
	response, err := source.QueryData(ctx, queryOf(t, map[string]any{"do": "call"}))
	if err != nil || !strings.Contains(response.Responses["A"].Error.Error(), "cancelled") {
		t.Errorf("got %v, %v", response, err)
	}
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Error("the service goes on")
	}
}

func TestUsersAreToldApartWhereTheirHeadersGoUpstream(t *testing.T) {
	for jsonData, want := range map[string]int32{`{}`: 1, `{"oauthPassThru": true}`: 2, `{"keepCookies": ["session"]}`: 2} {
		var calls atomic.Int32
		service := startService(t, func(http.ResponseWriter, *http.Request) { calls.Add(1) })
		source := datasource(t, testScript(t), service, jsonData)
		for _, token := range []string{"Bearer ann", "Bearer bob", "Bearer ann"} {
			request := queryOf(t, map[string]any{"do": "call", "requests": []any{map[string]any{"method": "GET", "path": "/", "minAgeSeconds": 60}}})
			request.Headers["Authorization"] = token
			if _, err := source.QueryData(context.Background(), request); err != nil {
				t.Fatal(err)
			}
		}
		if n := calls.Load(); n != want {
			t.Errorf("%s: %d calls, want %d", jsonData, n, want)
		}
	}
}
