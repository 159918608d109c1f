// Package upstream calls services: HTTP and its limits, and what spares a service from its many users.
package upstream

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// MaxReplyBytes is what one reply may hold after decompression: the engine that reads it has no memory limit.
const MaxReplyBytes = 16 << 20

// Request is what the script asks for.
type Request struct {
	Method, Path  string // path and query string below the service's URL, percent-encoded, beginning with "/"
	Headers       map[string]string
	Body          string
	CacheKey      string  // stands for method, path and body where it is set
	MinAgeSeconds float64 // a remembered reply this young is good enough; 0: none is
	Expensive     bool    // the service computes inside its event loop: one such call at a time, not repeated soon
	Write         bool    // it changes something on the service
}

// Writes says whether the request may change something. Whatever the script says, all may but GET and a POST that
// computes.
func (r Request) Writes() bool {
	reads := r.Method == http.MethodGet || r.Method == http.MethodPost && r.Expensive
	return r.Write || !reads
}

// Why no reply came. The values are the script's.
const (
	Unreachable = "unreachable"
	Timeout     = "timeout"
	TLS         = "tls"
	TooLarge    = "too large"
	Cancelled   = "cancelled"
)

// Reply is the service's answer, or why there is none (Status 0).
type Reply struct {
	Status              int
	ContentType, Body   string
	Error, ErrorMessage string
}

// Client is one data source's way to its service.
type Client struct {
	base, credentials string
	http              *http.Client
	shared            *Shared
	service           *service
}

// NewClient for a base URL. All with the same URL share the service's load rules, and with equal credentials replies.
func (s *Shared) NewClient(base string, httpClient *http.Client, credentials string) (*Client, error) {
	base = strings.TrimRight(strings.TrimSpace(base), "/")
	parsed, err := url.Parse(base)
	if err != nil || parsed.Scheme != "http" && parsed.Scheme != "https" || parsed.Host == "" || parsed.RawQuery+parsed.Fragment != "" {
		return nil, errors.New("the URL must look like http://service.namespace.svc:8080, without ? or #")
	}
	// Credentials are added to every call, and must not travel.
	httpClient.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	where := parsed.Scheme + "://" + strings.ToLower(parsed.Host) + parsed.Path
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.services[where] == nil {
		s.services[where] = &service{place: make(chan struct{}, 1)}
	}
	return &Client{base, base + "\n" + credentials, httpClient, s, s.services[where]}, nil
}

// Call makes one call. It never fails: what goes wrong is in the reply.
func (c *Client) Call(ctx context.Context, request Request) Reply {
	call, err := http.NewRequestWithContext(ctx, request.Method, c.base+request.Path, strings.NewReader(request.Body))
	if err != nil || !strings.HasPrefix(request.Path, "/") {
		return Reply{Error: Unreachable, ErrorMessage: fmt.Sprintf("the path %q cannot be called", request.Path)}
	}
	if request.Body != "" {
		call.Header.Set("Content-Type", "application/json")
	}
	for name, value := range request.Headers {
		call.Header.Set(name, value)
	}
	response, err := c.http.Do(call)
	if err != nil {
		return failed(ctx, err)
	}
	defer func() { _ = response.Body.Close() }()
	content, err := io.ReadAll(io.LimitReader(response.Body, MaxReplyBytes+1))
	if err != nil {
		return failed(ctx, fmt.Errorf("the reply broke off after %d bytes: %w", len(content), err))
	}
	if len(content) > MaxReplyBytes {
		return Reply{Error: TooLarge, ErrorMessage: fmt.Sprintf("the reply is larger than %d MB", MaxReplyBytes>>20)}
	}
	// UTF-8 as browsers and Node read it: without a byte order mark, wrong bytes replaced.
	text := strings.ToValidUTF8(strings.TrimPrefix(string(content), "\uFEFF"), "\uFFFD")
	return Reply{Status: response.StatusCode, ContentType: response.Header.Get("Content-Type"), Body: text}
}

// failed says why a call or the wait for it ended.
func failed(ctx context.Context, err error) Reply {
	// The URL is left out of the message: it is known, and long.
	if withURL, ok := errors.AsType[*url.Error](err); ok {
		err = withURL.Err
	}
	kind := Unreachable
	network, isNetwork := errors.AsType[net.Error](err)
	_, isCertificate := errors.AsType[*tls.CertificateVerificationError](err)
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		kind = Cancelled
	case ctx.Err() != nil, isNetwork && network.Timeout():
		kind = Timeout
	// The service's own alerts come as bare text.
	case isCertificate, errors.Is(err, http.ErrSchemeMismatch), strings.Contains(err.Error(), "remote error: tls:"):
		kind = TLS
	}
	return Reply{Error: kind, ErrorMessage: err.Error()}
}
