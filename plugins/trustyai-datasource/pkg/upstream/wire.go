// Package upstream calls the service: one place for HTTP, limits, joining of identical calls and the cache.
package upstream

// Request is what the script asks for. The JSON names are the script's.
type Request struct {
	Method string `json:"method"`
	// Path and query string below the service's URL, percent-encoded, beginning with "/".
	Path    string            `json:"path"`
	Headers map[string]string `json:"headers"`
	Body    *string           `json:"body"`
	// CacheKey stands for method, path and body where it is set.
	CacheKey string `json:"cacheKey"`
	// MinAgeSeconds: a cached reply this young is good enough. 0: no cache.
	MinAgeSeconds float64 `json:"minAgeSeconds"`
	// Expensive: the service computes inside its event loop. One such call at a time, not repeated soon.
	Expensive bool `json:"expensive"`
}

// TransportError says why no reply came.
type TransportError string

// The values are the script's.
const (
	Unreachable TransportError = "unreachable"
	Timeout     TransportError = "timeout"
	TLS         TransportError = "tls"
	TooLarge    TransportError = "too large"
	Cancelled   TransportError = "cancelled"
)

// Reply is the service's answer, or why there is none (Status 0).
type Reply struct {
	Status       int
	ContentType  string
	Body         string
	Error        TransportError
	ErrorMessage string
}
