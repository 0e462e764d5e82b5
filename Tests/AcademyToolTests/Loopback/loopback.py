"""Servers for tests: `git http-backend`, a proxy that breaks off, and one that says nothing."""

import http.server, os, socket, subprocess, sys, threading, urllib.parse

def serve_http(port, root):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = 'HTTP/1.0'
        def log_message(self, *a): pass
        def run(self):
            url = urllib.parse.urlsplit(self.path)
            env = dict(os.environ, GIT_PROJECT_ROOT=root, GIT_HTTP_EXPORT_ALL='1',
                PATH_INFO=url.path, QUERY_STRING=url.query, REQUEST_METHOD=self.command,
                REMOTE_ADDR='127.0.0.1', CONTENT_TYPE=self.headers.get('Content-Type', ''))
            for k, v in (('HTTP_CONTENT_ENCODING', 'Content-Encoding'), ('GIT_PROTOCOL', 'Git-Protocol')):
                if self.headers.get(v): env[k] = self.headers[v]
            if '/private/' in url.path and not self.headers.get('Authorization'):
                self.send_response(401); self.send_header('WWW-Authenticate', 'Basic realm="x"'); self.end_headers(); return
            body = self.rfile.read(int(self.headers.get('Content-Length') or 0))
            out = subprocess.run(['git', 'http-backend'], input=body, env=env, stdout=subprocess.PIPE).stdout
            head, _, rest = out.partition(b'\r\n\r\n')
            status = 200; headers = []
            for line in head.decode().split('\r\n'):
                k, _, v = line.partition(': ')
                if k == 'Status': status = int(v.split()[0])
                elif k: headers.append((k, v))
            self.send_response(status)
            for k, v in headers: self.send_header(k, v)
            self.end_headers(); self.wfile.write(rest)
        do_GET = do_POST = run
    server = http.server.ThreadingHTTPServer(('127.0.0.1', port), Handler)
    server.serve_forever()

def serve_cut(own, port, limit, times):
    listener = socket.create_server(('127.0.0.1', own))
    left = [times]
    def forward(client):
        upstream = socket.create_connection(('127.0.0.1', port)); sent = 0
        def back():
            try:
                while data := client.recv(65536): upstream.sendall(data)
                upstream.shutdown(socket.SHUT_WR)
            except OSError: pass
        threading.Thread(target=back, daemon=True).start()
        try:
            while data := upstream.recv(4096):
                sent += len(data)
                if left[0] > 0 and sent > limit:
                    left[0] -= 1; break
                client.sendall(data)
        except OSError: pass
        for s in (client, upstream):
            try: s.shutdown(socket.SHUT_RDWR)
            except OSError: pass
            s.close()
    while True: threading.Thread(target=forward, args=(listener.accept()[0],), daemon=True).start()

def serve_silent(port):
    listener = socket.create_server(('127.0.0.1', port))
    kept = []
    while True: kept.append(listener.accept())

port, mode = int(sys.argv[1]), sys.argv[2]
if mode == 'http': serve_http(port, sys.argv[3])
elif mode == 'cut': serve_cut(port, *map(int, sys.argv[3:6]))
else: serve_silent(port)
