using System.ClientModel;
using System.ClientModel.Primitives;
using LlmAspects.Cli.Bench.FaultWall;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace LlmAspects.Cli.Bench.Failover.Clients;

/// <summary>Clients of the OpenAI SDK for the peers.</summary>
internal static class SdkClients
{
    public static IChatClient Create(Uri endpoint, string model, int retries, BenchTimes times)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            NetworkTimeout = times.Of(BenchBudget.Timeout),
            RetryPolicy = new ScaledRetryPolicy(retries, times),
            Transport = new HttpClientPipelineTransport(new HttpClient { Timeout = Timeout.InfiniteTimeSpan }),
        };
        return new ChatClient(model, new ApiKeyCredential("none"), options).AsIChatClient();
    }

    /// <summary>The retries of the SDK, with delays of its own in the scale of the profile; what a server asks for stays.</summary>
    private sealed class ScaledRetryPolicy(int retries, BenchTimes times) : ClientRetryPolicy(retries)
    {
        protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount)
        {
            TimeSpan delay = base.GetNextDelay(message, tryCount);
            return message.Response?.Headers.TryGetValue("Retry-After", out _) == true ? delay : times.Of(delay);
        }
    }
}
