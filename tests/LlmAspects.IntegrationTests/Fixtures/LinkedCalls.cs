using System.Diagnostics;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Methods whose span is linked to what a parameter names.</summary>
internal static partial class LinkedCalls
{
    [TracePerformance(LinksFrom = nameof(sender))] public static partial void One(ActivityContext sender);

    [TracePerformance(LinksFrom = nameof(sender))] public static partial Task MaybeAsync(ActivityContext? sender, bool isPending);

    [TracePerformance(LinksFrom = nameof(sender))] public static partial int Running(Activity? sender);

    [TracePerformance(LinksFrom = nameof(link))] public static partial void Link(in ActivityLink link);

    [TracePerformance(LinksFrom = nameof(senders), NewRoot = true)] public static partial ValueTask BatchAsync(params ActivityContext[] senders);

    [TracePerformance(LinksFrom = nameof(senders), SampleEvery = 2)] public static partial void Sampled(List<Activity?> senders);

    [TracePerformance(LinksFrom = nameof(links))] public static partial int Lazy(IEnumerable<ActivityLink>? links);

    private static void OneCore(ActivityContext sender) => _ = sender.TraceId;

    private static async Task MaybeCoreAsync(ActivityContext? sender, bool isPending)
    {
        if (isPending)
        {
            await Task.Yield();
        }
    }

    private static int RunningCore(Activity? sender) => sender is null ? 0 : 1;

    private static void LinkCore(in ActivityLink link) => _ = link.Context;

    private static ValueTask BatchCoreAsync(params ActivityContext[] senders) => default;

    private static void SampledCore(List<Activity?> senders) => _ = senders.Count;

    private static int LazyCore(IEnumerable<ActivityLink>? links) => 1;
}
