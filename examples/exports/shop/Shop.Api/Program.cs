using System;
using System.Net;
using System.Text;
using Shop;

static class Program
{
    static void Main()
    {
        string listen = Environment.GetEnvironmentVariable(Ports.Api.ListenVariable);
        var listener = new HttpListener();
        listener.Prefixes.Add(Ports.Api.Scheme + "://" + (listen ?? Ports.Api.Authority) + "/");
        listener.Start();
        while (true)
        {
            HttpListenerContext context = listener.GetContext();
            byte[] answer = Encoding.UTF8.GetBytes("no orders in " + Ports.Database.Url);
            context.Response.Close(answer, true);
        }
    }
}
