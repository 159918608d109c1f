package upstream

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"
)

// MaxReplyBytes is what one reply may hold after decompression: the engine that reads it has no memory limit.
const MaxReplyBytes = 16 << 20

// Client calls one service.
type Client struct {
	base string
	http *http.Client
}

// NewClient checks the URL: an error is a sentence for the person who configures the data source.
func NewClient(base string, httpClient *http.Client) (*Client, error) {
	if strings.TrimSpace(base) == "" {
		return nil, errors.New("this data source has no URL: open its settings and enter the service's address")
	}
	parsed, err := url.Parse(base)
	if err != nil || (parsed.Scheme != "http" && parsed.Scheme != "https") || parsed.Host == "" {
		return nil, errors.New("the URL of this data source must look like http://service.namespace.svc:8080: correct it in its settings")
	}
	if parsed.RawQuery != "" || parsed.Fragment != "" {
		return nil, errors.New("the URL of this data source must end before any ? or #: correct it in its settings")
	}
	client := *httpClient
	client.CheckRedirect = sameHost
	return &Client{base: strings.TrimRight(base, "/"), http: &client}, nil
}

// sameHost follows redirects only within the service: credentials are added to every call and must not travel.
func sameHost(next *http.Request, via []*http.Request) error {
	if len(via) >= 5 || next.URL.Host != via[0].URL.Host || next.URL.Scheme != via[0].URL.Scheme {
		return http.ErrUseLastResponse
	}
	return nil
}

// Call makes one call. It never fails: what goes wrong is in the reply.
func (c *Client) Call(ctx context.Context, request Request) Reply {
	if !strings.HasPrefix(request.Path, "/") {
		return Reply{Error: Unreachable, ErrorMessage: fmt.Sprintf("the path %q does not begin with /", request.Path)}
	}
	var body io.Reader
	if request.Body != nil {
		body = strings.NewReader(*request.Body)
	}
	call, err := http.NewRequestWithContext(ctx, request.Method, c.base+request.Path, body)
	if err != nil {
		return Reply{Error: Unreachable, ErrorMessage: err.Error()}
	}
	if request.Body != nil {
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
	return read(ctx, response)
}

func read(ctx context.Context, response *http.Response) Reply {
	body, err := io.ReadAll(io.LimitReader(response.Body, MaxReplyBytes+1))
	if err != nil {
		reply := failed(ctx, err)
		reply.ErrorMessage = fmt.Sprintf("the reply broke off after %d bytes: %s", len(body), reply.ErrorMessage)
		return reply
	}
	if len(body) > MaxReplyBytes {
		return Reply{Error: TooLarge, ErrorMessage: fmt.Sprintf("the reply is larger than %d MB", MaxReplyBytes>>20)}
	}
	return Reply{Status: response.StatusCode, ContentType: response.Header.Get("Content-Type"), Body: text(body)}
}

// text reads UTF-8 as browsers and Node do: without a byte order mark, wrong bytes replaced.
func text(body []byte) string {
	decoded := strings.TrimPrefix(string(body), "\uFEFF")
	if utf8.ValidString(decoded) {
		return decoded
	}
	return strings.ToValidUTF8(decoded, "\uFFFD")
}
