// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
//
// The least an SMTP server can do: it reads, finds the ends, answers, and throws everything away. Replies to a
// pipelined group leave in one write. Loopback only.
//
// usage: sink PORT [KEYWORD...]   e.g. sink 2525 PIPELINING CHUNKING BINARYMIME 8BITMIME "SIZE 0"
// PORT 0 takes a free port; the port is printed. It ends when its standard input ends.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define ROOM (512 * 1024)

static char ehlo[1024];

struct session {
    int fd;
    char in[ROOM];
    size_t from, to;
    char out[16 * 1024];
    size_t waiting;
};

static int flush(struct session *s) {
    size_t done = 0;
    while (done < s->waiting) {
        ssize_t n = write(s->fd, s->out + done, s->waiting - done);
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

static int fill(struct session *s) {
    if (flush(s) < 0) return -1;
    if (s->from == s->to) s->from = s->to = 0;
    if (s->to == ROOM) {
        memmove(s->in, s->in + s->from, s->to - s->from);
        s->to -= s->from;
        s->from = 0;
        if (s->to == ROOM) return -1;
    }
    ssize_t n = read(s->fd, s->in + s->to, ROOM - s->to);
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

// Finds CRLF.CRLF; only dots behind line ends are looked at.
static int content(struct session *s) {
    if (s->to - s->from < 3 && fill(s) < 0) return -1;
    if (s->to - s->from >= 3 && memcmp(s->in + s->from, ".\r\n", 3) == 0) {
        s->from += 3;
        return 0;
    }
    for (;;) {
        char *end = memmem(s->in + s->from, s->to - s->from, "\r\n.\r\n", 5);
        if (end) {
            s->from = end + 5 - s->in;
            return 0;
        }
        if (s->to - s->from > 4) s->from = s->to - 4;
        if (s->to == ROOM) {
            memmove(s->in, s->in + s->from, s->to - s->from);
            s->to -= s->from;
            s->from = 0;
        }
        if (fill(s) < 0) return -1;
    }
}

static int answer(struct session *s, char *command) {
    if (strncasecmp(command, "BDAT", 4) == 0) {
        char *rest;
        unsigned long long count = strtoull(command + 4, &rest, 10);
        return skip(s, count) < 0 ? -1 : say(s, "250 2.0.0 Ok: taken\r\n");
    }
    if (strncasecmp(command, "EHLO", 4) == 0) return say(s, ehlo);
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
    close(s->fd);
    free(s);
    return NULL;
}

static void *watch(void *argument) {
    char c;
    while (read(0, &c, 1) > 0) {
    }
    exit(0);
    return argument;
}

int main(int argc, char **argv) {
    int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(argc > 1 ? atoi(argv[1]) : 0)};
    socklen_t length = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *) &address, sizeof address) < 0 || listen(listener, 64) < 0) {
        perror("sink");
        return 1;
    }
    getsockname(listener, (struct sockaddr *) &address, &length);
    for (int i = 2; i < argc; i++) {
        strcat(strcat(strcat(ehlo, "250-"), argv[i]), "\r\n");
    }
    memmove(ehlo + 10, ehlo, strlen(ehlo) + 1);
    memcpy(ehlo, "250-sink\r\n", 10);
    strcat(ehlo, "250 HELP\r\n");
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    pthread_t thread;
    pthread_create(&thread, NULL, watch, NULL);
    for (;;) {
        struct session *s = calloc(1, sizeof *s);
        s->fd = accept(listener, NULL, NULL);
        if (s->fd < 0) continue;
        setsockopt(s->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        pthread_create(&thread, NULL, serve, s);
        pthread_detach(thread);
    }
}
