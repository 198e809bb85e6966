#!/bin/sh
# deeplens-ports: ignore[wrong-port] it once was
curl "http://localhost:5000/health"
