package upstream

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/url"
	"strings"
)

// failed maps an error of the HTTP client to the script's words.
func failed(ctx context.Context, err error) Reply {
	// The URL is left out of the message: it is known, and long.
	var withURL *url.Error
	if errors.As(err, &withURL) {
		err = withURL.Err
	}
	return Reply{Error: kind(ctx, err), ErrorMessage: err.Error()}
}

// ended says why a context is over.
func ended(ctx context.Context, message string) Reply {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return Reply{Error: Timeout, ErrorMessage: message}
	}
	return Reply{Error: Cancelled, ErrorMessage: "the caller went away"}
}

func kind(ctx context.Context, err error) TransportError {
	var network net.Error
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(ctx.Err(), context.DeadlineExceeded):
		return Timeout
	case errors.Is(err, context.Canceled), errors.Is(ctx.Err(), context.Canceled):
		return Cancelled
	case isTLS(err):
		return TLS
	case errors.As(err, &network) && network.Timeout():
		return Timeout
	default:
		return Unreachable
	}
}

func isTLS(err error) bool {
	var (
		verification *tls.CertificateVerificationError
		record       tls.RecordHeaderError
		alert        tls.AlertError
		authority    x509.UnknownAuthorityError
		hostname     x509.HostnameError
		invalid      x509.CertificateInvalidError
	)
	return errors.As(err, &verification) || errors.As(err, &record) || errors.As(err, &alert) ||
		errors.As(err, &authority) || errors.As(err, &hostname) || errors.As(err, &invalid) ||
		// net/http gives these two as bare text.
		strings.Contains(err.Error(), "server gave HTTP response to HTTPS client") ||
		strings.Contains(err.Error(), "remote error: tls:")
}
