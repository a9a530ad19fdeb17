using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

/// <summary>ASVS 4.1.4, 4.2.1, 13.4.4, over a real socket and Kestrel, because a test client would mend what is sent.</summary>
public sealed class RequestRulesTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("get")]
    [InlineData("post")]
    [InlineData("FOO")]
    public async Task Send_OtherMethod_IsRefusedAndNamesTheAllowed(string method)
    {
        var answer = await SendAsync($"{method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 405 ", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nAllow: GET, HEAD, POST\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nX-Frame-Options: DENY\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nServer:", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz/live")]
    [InlineData("/css/site.css")]
    public async Task Send_Head_AnswersWithoutBody(string address)
    {
        var answer = await SendAsync($"HEAD {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Http10WithTransferEncoding_IsRefusedOnce()
    {
        var answer = await SendAsync(
            "POST /sign-in HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\n"
            + "0\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Equal(2, answer.Split("HTTP/1.1 ").Length);
    }

    [Theory]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nzz;\r\nx\r\n0\r\n\r\n", "400")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000000\r\n\r\n", "413")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n", "400")]
    public async Task Send_Malformed_IsTheSendersFault(string request, string status)
    {
        var answer = await SendAsync(request);
        Assert.Equal(status, answer.Split(' ').ElementAtOrDefault(1));
    }

    /// <summary>ASVS 4.1.3.</summary>
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("127.0.0.2", false)]
    [InlineData("", false)]
    public async Task Send_ForwardedHeaders_AreBelievedOnlyFromAKnownProxy(string proxy, bool believed)
    {
        await using var behind = proxy.Length == 0 ? app.Another() : app.Another(("Site:KnownProxies:0", proxy));
        var answer = await SendAsync("GET / HTTP/1.1\r\nHost: register.example\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n", behind.Port());
        Assert.Equal(believed, answer.Contains("Strict-Transport-Security", StringComparison.Ordinal));
    }

    private Task<string> SendAsync(string request) => SendAsync(request, app.Port());

    private static async Task<string> SendAsync(string request, int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        return await reader.ReadToEndAsync(limit.Token);
    }
}
