using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace LlmAspects.Testing;

/// <summary>An HTTP server on the loopback address that answers as the test says and keeps what it was sent.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _loop;
    private readonly Func<HttpListenerResponse, string, Task> _answer;
    private readonly TaskCompletionSource _firstRequest = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LoopbackServer(Func<HttpListenerResponse, string, Task> answer)
    {
        _answer = answer;
        Address = $"http://127.0.0.1:{FreePort.Find()}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _loop = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>Ends when the first request has arrived.</summary>
    public Task FirstRequest => _firstRequest.Task;

    public static LoopbackServer AnswerWith(int status, string json, params (string Name, string Value)[] headers) => new((response, _) =>
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        foreach ((string name, string value) in headers)
        {
            response.AddHeader(name, value);
        }

        response.Close(Encoding.UTF8.GetBytes(json), willBlock: true);
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        _listener.Abort();
        await _loop;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            Bodies.Enqueue(await reader.ReadToEndAsync());
            _firstRequest.TrySetResult();
            await _answer(context.Response, Bodies.Last());
        }
    }
}
