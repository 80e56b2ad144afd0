// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
//
// The least an SMTP server can do: it reads, finds the ends, answers, and throws everything away. Replies to a
// pipelined group leave in one write. Loopback only.
//
// usage: sink [-t CERTIFICATE KEY] PORT [KEYWORD...]   e.g. sink 2525 PIPELINING CHUNKING BINARYMIME 8BITMIME "SIZE 0"
// PORT 0 takes a free port; the port is printed and nothing else. It ends when its standard input ends. With -t, PEM
// files, it offers STARTTLS and speaks TLS 1.3; only when compiled with -DTLS.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#ifdef TLS
#include <openssl/ssl.h>
static SSL_CTX *tls;
#endif

#define ROOM (512 * 1024)
#define LITTLE 4096

static char clear[1100] = "250-sink\r\n", ehlo[1024] = "250-sink\r\n";

struct session {
    int fd;
#ifdef TLS
    SSL *ssl;
#endif
    char in[ROOM];
    size_t from, to;
    char out[16 * 1024];
    size_t waiting;
};

static int is_secure(struct session *s) {
#ifdef TLS
    return s->ssl != NULL;
#else
    return s->fd < 0;
#endif
}

static ssize_t take(struct session *s, void *room, size_t size) {
#ifdef TLS
    if (s->ssl) return SSL_read(s->ssl, room, (int) size);
#endif
    return read(s->fd, room, size);
}

static ssize_t give(struct session *s, const void *octets, size_t size) {
#ifdef TLS
    if (s->ssl) return SSL_write(s->ssl, octets, (int) size);
#endif
    return write(s->fd, octets, size);
}

static int flush(struct session *s) {
    size_t done = 0;
    while (done < s->waiting) {
        ssize_t n = give(s, s->out + done, s->waiting - done);
        if (n <= 0) return -1;
        done += n;
    }
    s->waiting = 0;
    return 0;
}

static int say(struct session *s, const char *text) {
    size_t length = strlen(text);
    if (s->waiting + length > sizeof s->out && flush(s) < 0) return -1;
    memcpy(s->out + s->waiting, text, length);
    s->waiting += length;
    return 0;
}

// Reads more behind what is there; the little that is left over goes to the front first.
static int fill(struct session *s) {
    if (flush(s) < 0) return -1;
    if (s->to - s->from < LITTLE || s->to == ROOM) {
        memmove(s->in, s->in + s->from, s->to - s->from);
        s->to -= s->from;
        s->from = 0;
        if (s->to == ROOM) return -1;
    }
    ssize_t n = take(s, s->in + s->to, ROOM - s->to);
    if (n <= 0) return -1;
    s->to += n;
    return 0;
}

static char *line(struct session *s) {
    for (;;) {
        char *end = memchr(s->in + s->from, '\n', s->to - s->from);
        if (end) {
            char *start = s->in + s->from;
            *end = 0;
            s->from = end + 1 - s->in;
            return start;
        }
        if (fill(s) < 0) return NULL;
    }
}

static int skip(struct session *s, unsigned long long count) {
    while (count > 0) {
        size_t here = s->to - s->from;
        if (here == 0) {
            if (fill(s) < 0) return -1;
            continue;
        }
        size_t part = count < here ? count : here;
        s->from += part;
        count -= part;
    }
    return 0;
}

// Finds the line that is a single dot; only dots are looked at.
static int content(struct session *s) {
    int first = 1;
    size_t seen = 0;
    for (;;) {
        char *base = s->in + s->from, *dot;
        size_t have = s->to - s->from;
        while ((dot = memchr(base + seen, '.', have - seen)) != NULL) {
            size_t at = dot - base;
            if (at == 0 ? first : at >= 2 && dot[-2] == '\r' && dot[-1] == '\n') {
                if (have - at < 3) {
                    seen = at;
                    break;
                }
                if (dot[1] == '\r' && dot[2] == '\n') {
                    s->from += at + 3;
                    return 0;
                }
            }
            seen = at + 1;
        }
        if (dot == NULL) seen = have;
        if (seen > 2) {
            s->from += seen - 2;
            seen = 2;
            first = 0;
        }
        if (fill(s) < 0) return -1;
    }
}

static int start_tls(struct session *s) {
#ifdef TLS
    if (tls && !s->ssl) {
        if (say(s, "220 2.0.0 Go ahead\r\n") < 0 || flush(s) < 0) return -1;
        s->from = s->to = 0;
        s->ssl = SSL_new(tls);
        return SSL_set_fd(s->ssl, s->fd) == 1 && SSL_accept(s->ssl) == 1 ? 0 : -1;
    }
#endif
    return say(s, "502 5.5.1 No TLS here\r\n");
}

static int answer(struct session *s, char *command) {
    if (strncasecmp(command, "BDAT", 4) == 0) {
        char *rest;
        unsigned long long count = strtoull(command + 4, &rest, 10);
        return skip(s, count) < 0 ? -1 : say(s, "250 2.0.0 Ok: taken\r\n");
    }
    if (strncasecmp(command, "EHLO", 4) == 0) return say(s, is_secure(s) ? ehlo : clear);
    if (strncasecmp(command, "STARTTLS", 8) == 0) return start_tls(s);
    if (strncasecmp(command, "DATA", 4) == 0) {
        if (say(s, "354 End data with <CR><LF>.<CR><LF>\r\n") < 0 || flush(s) < 0 || content(s) < 0) return -1;
        return say(s, "250 2.0.0 Ok: taken\r\n");
    }
    if (strncasecmp(command, "QUIT", 4) == 0) {
        say(s, "221 2.0.0 Bye\r\n");
        flush(s);
        return -1;
    }
    return say(s, "250 2.1.0 Ok\r\n");
}

static void *serve(void *argument) {
    struct session *s = argument;
    char *command;
    say(s, "220 sink ESMTP\r\n");
    while ((command = line(s)) != NULL && answer(s, command) == 0) {
    }
#ifdef TLS
    if (s->ssl) {
        SSL_shutdown(s->ssl);
        SSL_free(s->ssl);
    }
#endif
    close(s->fd);
    free(s);
    return NULL;
}

static void *watch(void *argument) {
    char c;
    while (read(0, &c, 1) > 0) {
    }
    _exit(0);
    return argument;
}

static void use_certificate(const char *certificate, const char *key) {
#ifdef TLS
    tls = SSL_CTX_new(TLS_server_method());
    if (tls && SSL_CTX_set_min_proto_version(tls, TLS1_3_VERSION) == 1
            && SSL_CTX_use_certificate_chain_file(tls, certificate) == 1
            && SSL_CTX_use_PrivateKey_file(tls, key, SSL_FILETYPE_PEM) == 1) {
        strcat(clear, "250-STARTTLS\r\n");
        return;
    }
#endif
    fprintf(stderr, "sink: no TLS with %s and %s\n", certificate, key);
    exit(1);
}

static int listen_at(int port) {
    int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    socklen_t length = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *) &address, sizeof address) < 0 || listen(listener, 64) < 0) {
        perror("sink");
        exit(1);
    }
    getsockname(listener, (struct sockaddr *) &address, &length);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    return listener;
}

int main(int argc, char **argv) {
    int on = 1, next = 1;
    if (argc > 3 && strcmp(argv[1], "-t") == 0) {
        use_certificate(argv[2], argv[3]);
        next = 4;
    }
    int port = argc > next ? atoi(argv[next++]) : 0;
    for (; next < argc; next++) {
        if (strlen(ehlo) + strlen(argv[next]) + 20 > sizeof ehlo) return 1;
        strcat(strcat(strcat(ehlo, "250-"), argv[next]), "\r\n");
        strcat(strcat(strcat(clear, "250-"), argv[next]), "\r\n");
    }
    strcat(ehlo, "250 HELP\r\n");
    strcat(clear, "250 HELP\r\n");
    signal(SIGPIPE, SIG_IGN);
    int listener = listen_at(port);
    pthread_t thread;
    pthread_create(&thread, NULL, watch, NULL);
    for (;;) {
        struct session *s = calloc(1, sizeof *s);
        s->fd = accept(listener, NULL, NULL);
        if (s->fd < 0) {
            free(s);
            continue;
        }
        setsockopt(s->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        pthread_create(&thread, NULL, serve, s);
        pthread_detach(thread);
    }
}
