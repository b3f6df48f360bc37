using Castle.DynamicProxy;
using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Benchmarks.Peers;

namespace LlmAspects.Benchmarks.Cases;

/// <summary>Every group, for the budgets and for BenchmarkDotNet alike. Cases of one group have the same number of operations a call.</summary>
internal static class CaseCatalogue
{
    public static CaseGroup Sync { get; } = new("sync", IsTraced: false, [
        Loops.Sync(CaseNames.Bare, Work.Compute), Loops.Sync(CaseNames.Ours, Generated.Sync), Loops.Sync(CaseNames.Expert, Expert.Sync), Loops.Sync(CaseNames.Typical, Typical.Sync),
        Loops.Sync(CaseNames.Translated, Generated.Translated)]);

    public static CaseGroup Sampled { get; } = new("sampled 1/16", IsTraced: false, [
        Loops.Sync(CaseNames.Bare, Work.Compute), Loops.Sync(CaseNames.Ours, Generated.Sampled), Loops.Sync(CaseNames.Expert, Expert.Sync)]);

    public static CaseGroup Interception { get; } = CreateInterception();

    public static CaseGroup CompletedTask { get; } = new("task completed", IsTraced: false, [
        Loops.Completed(CaseNames.Bare, static _ => Work.Complete()), Loops.Completed(CaseNames.Ours, Generated.CompletedAsync), Loops.Completed(CaseNames.Expert, Expert.CompletedAsync)]);

    public static CaseGroup CompletedValueTask { get; } = new("valuetask completed", IsTraced: false, [
        Loops.CompletedValue(CaseNames.Bare, Work.CompleteValue), Loops.CompletedValue(CaseNames.Ours, Generated.CompletedValueAsync), Loops.CompletedValue(CaseNames.Expert, Expert.CompletedValueAsync)]);

    public static CaseGroup PendingTask { get; } = new("task pending", IsTraced: false, [
        Loops.Pending(CaseNames.Bare, Work.Suspend), Loops.Pending(CaseNames.Ours, Generated.PendingAsync), Loops.Pending(CaseNames.Expert, Expert.PendingAsync),
        Loops.Pending(CaseNames.WithToken, static value => Generated.PendingWithTokenAsync(value, CancellationToken.None))]);

    public static CaseGroup PendingValueTask { get; } = new("valuetask pending", IsTraced: false, [
        Loops.PendingValue(CaseNames.Bare, Work.SuspendValue), Loops.PendingValue(CaseNames.Ours, Generated.PendingValueAsync), Loops.PendingValue(CaseNames.Expert, Expert.PendingValueAsync)]);

    public static CaseGroup Items { get; } = new("stream item, sync", IsTraced: false, [
        Loops.Items(CaseNames.Bare, Work.Stream), Loops.Items(CaseNames.Ours, Generated.StreamAsync), Loops.Items(CaseNames.Typical, Typical.StreamAsync), Loops.ClockReads(CaseNames.ClockRead)]);

    public static CaseGroup PendingItems { get; } = new("stream item, async", IsTraced: false, [
        Loops.PendingItems(CaseNames.Bare, Work.Stream), Loops.PendingItems(CaseNames.Ours, Generated.StreamAsync), Loops.PendingItems(CaseNames.Typical, Typical.StreamAsync)]);

    public static IReadOnlyList<CaseGroup> Errors { get; } = [.. new[] { false, true }.SelectMany(CreateErrors)];

    public static IReadOnlyList<CaseGroup> All { get; } = [Sync, Sampled, Interception, CompletedTask, CompletedValueTask, PendingTask, PendingValueTask, Items, PendingItems, .. Errors];

    private static CaseGroup CreateInterception()
    {
        var bare = new Callee();
        var generator = new ProxyGenerator();
        var interceptor = new CastleInterceptor();
        return new("interception", IsTraced: false, [
            Through(CaseNames.Bare, bare),
            Through(CaseNames.Ours, new GeneratedCallee()),
            Through(CaseNames.Closure, new ClosureCallee()),
            Through(CaseNames.DispatchProxy, DispatchCallee.Create(bare)),
            Through(CaseNames.CastleInterface, generator.CreateInterfaceProxyWithTarget<ICallee>(bare, interceptor)),
            Through(CaseNames.CastleClass, generator.CreateClassProxy<Callee>(interceptor)),
            Through(CaseNames.AspectInjector, new WovenCallee()),
            Loops.ClockReads(CaseNames.ClockRead)]);
    }

    private static BenchmarkCase Through(string name, ICallee callee) => Loops.Sync(name, callee.Compute);

    private static IEnumerable<CaseGroup> CreateErrors(bool isTraced)
    {
        var suffix = isTraced ? ", traced" : string.Empty;
        yield return new("error, sync" + suffix, isTraced, [
            Loops.Throwing(CaseNames.Bare, isTraced ? Plain.FailingInSpan : Plain.Failing), Loops.Throwing(CaseNames.Ours, Generated.Failing), Loops.Throwing(CaseNames.Typical, Typical.Failing)]);
        yield return new("error, async at once" + suffix, isTraced, [
            Loops.Faulted(CaseNames.Bare, isTraced ? Plain.FaultInSpanAsync : Work.Fault), Loops.Faulted(CaseNames.Ours, Generated.FaultAsync), Loops.Faulted(CaseNames.Typical, Typical.FaultAsync)]);
        yield return new("error, async pending" + suffix, isTraced, [
            Loops.PendingFault(CaseNames.Bare, isTraced ? Plain.FaultInSpanAsync : Work.Fault), Loops.PendingFault(CaseNames.Ours, Generated.FaultAsync), Loops.PendingFault(CaseNames.Typical, Typical.FaultAsync)]);
    }
}
