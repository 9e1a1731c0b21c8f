/* What the files of the made-up web share: web.c the connections, news.c the sites, faults.c what goes wrong on purpose. */
#ifndef ISNAD_TESTS_WEB_H
#define ISNAD_TESTS_WEB_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { MOST_ITEMS = 4096, PAGE_ROOM = 16384 };

typedef struct site {
  char host[64];
  unsigned shown; /* items that the feed has shown */
  unsigned looks;
  unsigned char asked[MOST_ITEMS], served[MOST_ITEMS];
  unsigned edition[MOST_ITEMS];
} site;

typedef struct request {
  int to;
  double at; /* when it was read whole, by the steady clock */
  bool logged;
  char text[8192], path[1024], host[128], port[16];
} request;

typedef struct web {
  pthread_mutex_t lock; /* of all that follows, and of the sites */
  FILE *log;
  unsigned open;  /* connections that are answered, or wait to be */
  unsigned items; /* of each site */
  double pace;    /* seconds between two of them; 0: each look shows more */
  double base;    /* seconds since 1970 at: */
  double start;   /* of the steady clock */
  double speed;   /* base goes on so many times as fast */
} web;

extern web the_web;

static const char html[] = "text/html; charset=utf-8";

/* --- web.c --- */

double web_now(void);
void web_nap(double seconds);
/* The site of a host, made when it is new; under the lock. */
site *web_site(const char *host);
void web_send(int to, const char *bytes, size_t length);
void web_send_text(int to, const char *text);
/* The line of a request in the log, once: before the answer goes out, so that whoever has the answer finds it there. Status 0: it will be cut. */
void web_log(request *r, int status);
/* Logs, then sends the head of an answer with more `fields`, each with its line end; `length` SIZE_MAX: it is not stated. */
void web_send_head(request *r, int status, const char *type, size_t length, const char *fields);

/* --- news.c: each answers a request and returns its status, which is logged unless one was before; 0: it was cut --- */

size_t web_write_page(char out[PAGE_ROOM], const char *host, unsigned n, unsigned edition);
void web_send_page(request *r, unsigned n, unsigned edition, const char *fields);
int web_send_feed(request *r);
int web_send_news(request *r);
int web_send_robots(request *r);

/* --- faults.c --- */

/* Whatever the path asks for. */
int web_answer(request *r);

#endif
