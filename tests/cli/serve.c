/* A small web server for tests on the loopback: serve FOLDER. Prints its port, answers GET until it is killed. What it does is told by the path:
 * /chunked/x sends x in chunks, /gzip/x sends the file x.gz as a gzip body of x, /moved sends elsewhere.
 * The type is told by the ending; x.1256.html says that it is windows-1256. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 1 << 20, CHUNK = 1000 };

static bool ends_in(const char *path, const char *end) {
  size_t length = strlen(path), tail = strlen(end);
  return length >= tail && strcmp(path + length - tail, end) == 0;
}

static const char *type_of(const char *path) {
  if (ends_in(path, ".1256.html")) return "text/html; charset=windows-1256";
  if (ends_in(path, ".html")) return "text/html; charset=utf-8";
  if (ends_in(path, ".txt")) return "text/plain; charset=utf-8";
  return "application/octet-stream";
}

static void send_all(int to, const char *bytes, size_t length) {
  for (ssize_t wrote; length > 0 && (wrote = write(to, bytes, length)) > 0; bytes += wrote) length -= (size_t)wrote;
}

static void send_head(int to, const char *status, const char *fields) {
  char head[1000];
  int length = snprintf(head, sizeof head, "HTTP/1.1 %s\r\nConnection: close\r\n%s\r\n", status, fields);
  send_all(to, head, (size_t)length);
}

static void send_chunks(int to, const char *bytes, size_t length) {
  for (size_t at = 0; at < length; at += CHUNK) {
    size_t step = length - at < CHUNK ? length - at : CHUNK;
    char size[32];
    send_all(to, size, (size_t)snprintf(size, sizeof size, "%zx\r\n", step));
    send_all(to, bytes + at, step);
    send_all(to, "\r\n", 2);
  }
  send_all(to, "0\r\n\r\n", 5);
}

static bool starts(const char **path, const char *with) {
  size_t length = strlen(with);
  if (strncmp(*path, with, length) != 0) return false;
  *path += length;
  return true;
}

static void answer(int to, const char *path) {
  static char bytes[MOST];
  char fields[400], name[300];
  if (strcmp(path, "/moved") == 0) {
    send_head(to, "301 Moved Permanently", "Location: /index.html\r\nContent-Length: 0\r\n");
    return;
  }
  bool chunked = starts(&path, "/chunked"), gzip = starts(&path, "/gzip");
  snprintf(name, sizeof name, "%s%s", strcmp(path, "/") == 0 ? "index.html" : path + 1, gzip ? ".gz" : "");
  FILE *file = strstr(path, "..") == NULL ? fopen(name, "rb") : NULL;
  size_t length = file != NULL ? fread(bytes, 1, sizeof bytes, file) : 0;
  if (file == NULL) {
    send_head(to, "404 Not Found", "Content-Type: text/html\r\nContent-Length: 15\r\n");
    send_all(to, "<p>not here</p>", 15);
    return;
  }
  fclose(file);
  char size[64];
  snprintf(size, sizeof size, "Content-Length: %zu\r\n", length);
  snprintf(fields, sizeof fields, "Content-Type: %s\r\n%s%s", type_of(strcmp(path, "/") == 0 ? "index.html" : path),
           gzip ? "Content-Encoding: gzip\r\n" : "", chunked ? "Transfer-Encoding: chunked\r\n" : size);
  send_head(to, "200 OK", fields);
  if (chunked)
    send_chunks(to, bytes, length);
  else
    send_all(to, bytes, length);
}

/* Reads the request up to its empty line. */
static void serve_one(int connection) {
  char request[8192], path[256];
  size_t length = 0;
  for (ssize_t got; length < sizeof request - 1 && (got = read(connection, request + length, sizeof request - 1 - length)) > 0;) {
    length += (size_t)got;
    request[length] = '\0';
    if (strstr(request, "\r\n\r\n") != NULL) break;
  }
  request[length] = '\0';
  if (sscanf(request, "GET %255s HTTP/1.", path) == 1) answer(connection, path);
}

int main(int argc, char **argv) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
  socklen_t size = sizeof address;
  signal(SIGPIPE, SIG_IGN);
  alarm(3600); /* longer than any test may take */
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (argc != 2 || chdir(argv[1]) != 0 || listener < 0) return 2;
  if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 16) != 0) return 2;
  if (getsockname(listener, (struct sockaddr *)&address, &size) != 0) return 2;
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  for (;;) {
    int connection = accept(listener, NULL, NULL);
    if (connection < 0) return 1;
    serve_one(connection);
    close(connection);
  }
}
