using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>
/// A server on the loopback address that speaks the OpenAI chat form and plays the faults of one scenario at a time.
/// A scenario begins with <see cref="Begin"/>; before the first one every model is healthy. Thread-safe.
/// </summary>
internal sealed class WallServer : IAsyncDisposable
{
    private static readonly FailoverScenario Peace = new()
    {
        Id = "",
        Title = "",
        Note = "",
        Goal = ScenarioGoal.Answer,
        Limit = 0,
        Primary = [],
        Backup = [],
        Checks = [],
    };

    private readonly WebApplication _app;
    private readonly WallReply _reply;
    private readonly TimeProvider _time;
    private volatile WallStage _stage;

    private WallServer(WebApplication app, string answer, TimeProvider time)
    {
        _app = app;
        _time = time;
        _reply = new WallReply(answer, time);
        _stage = new WallStage(Peace, new BenchTimes(1), time);
    }

    /// <summary>Where clients of the OpenAI form are sent.</summary>
    public Uri Endpoint => new($"{_app.Urls.Single()}/v1");

    /// <summary>Starts a server on a free port.</summary>
    /// <param name="answer">What a healthy model says.</param>
    /// <param name="time">The clock of delays and log.</param>
    public static async Task<WallServer> StartAsync(string answer, TimeProvider time)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.AddServerHeader = false;
        });
        // A flush ends when its bytes are with the socket: what is cut off afterwards is cut off behind them.
        builder.WebHost.UseSockets(sockets => sockets.MaxWriteBufferSize = 2);
        WebApplication app = builder.Build();
        var server = new WallServer(app, answer, time);
        app.Run(server.HandleAsync);
        await app.StartAsync().ConfigureAwait(false);
        return server;
    }

    /// <summary>Plays a scenario from now on, with an empty log.</summary>
    public WallStage Begin(FailoverScenario scenario, BenchTimes times) => _stage = new WallStage(scenario, times, _time);

    public async ValueTask DisposeAsync()
    {
        // Nobody waits for faults that are still played.
        await _app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private async Task HandleAsync(HttpContext context)
    {
        WallStage stage = _stage;
        if (context.Request.Path != "/v1/chat/completions" || !HttpMethods.IsPost(context.Request.Method))
        {
            await WallReply.SendErrorAsync(context, StatusCodes.Status404NotFound, null, new WallError("There is nothing here.", "invalid_request_error", Code: "unknown_url")).ConfigureAwait(false);
            return;
        }

        try
        {
            WallRequest request = await WallRequest.ReadAsync(context.Request.Body, context.RequestAborted).ConfigureAwait(false);
            await PlayAsync(context, stage, request).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            await WallReply.SendErrorAsync(context, StatusCodes.Status400BadRequest, null, new WallError(error.Message, "invalid_request_error", Code: "invalid_json")).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client has hung up, which is its right.
        }
    }

    private Task PlayAsync(HttpContext context, WallStage stage, WallRequest request)
    {
        WallRule? rule = stage.Admit(request);
        return rule switch
        {
            null => WallReply.SendErrorAsync(context, StatusCodes.Status404NotFound, null, new WallError("This model does not exist.", "invalid_request_error", Code: "model_not_found")),
            { Play: WallPlay.Error } => WallReply.SendErrorAsync(context, rule.Status, rule.RetryAfter, rule.Error!),
            { Play: WallPlay.Reset } => WallConnection.ResetAsync(context),
            { Play: WallPlay.Silence } => SilenceAsync(context, stage.Times.Of(rule.Seconds)),
            _ when request.Streams => _reply.StreamAsync(context, stage.Times, request, rule),
            _ => _reply.SendAsync(context, stage.Times, request, rule),
        };
    }

    private async Task SilenceAsync(HttpContext context, TimeSpan duration)
    {
        await Task.Delay(duration, _time, context.RequestAborted).ConfigureAwait(false);
        await WallConnection.CloseAsync(context, _time).ConfigureAwait(false);
    }
}
