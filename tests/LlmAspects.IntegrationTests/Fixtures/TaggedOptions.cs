namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Tags on methods that keep only some of their spans.</summary>
internal sealed partial class TaggedOptions
{
    public static IReadOnlyList<string> Shapes => [nameof(FailedOnly), nameof(SlowOnly), nameof(RunAsync), nameof(ComputeAsync), nameof(ComputeValueAsync), nameof(Sequence)];

    public int Entered { get; private set; }

    [TracePerformance(FailedOnly = true), Tag("read", "{result.Read}")]
    public partial TaggedValue FailedOnly([Tag] int number, Func<Task<TaggedValue>> body);

    [TracePerformance(SlowerThanMs = 3_600_000), Tag("read", "{result.Read}")]
    public partial TaggedValue SlowOnly([Tag] int number, Func<Task<TaggedValue>> body);

    [TracePerformance(FailedOnly = true)]
    public partial Task RunAsync([Tag] int number, Func<Task<TaggedValue>> body);

    [TracePerformance(FailedOnly = true), Tag("read", "{result.Read}")]
    public partial Task<TaggedValue> ComputeAsync([Tag] int number, Func<Task<TaggedValue>> body);

    [TracePerformance(FailedOnly = true), Tag("read", "{result.Read}")]
    public partial ValueTask<TaggedValue> ComputeValueAsync([Tag] int number, Func<Task<TaggedValue>> body);

    [TracePerformance(FailedOnly = true), Tag("read", "{last.Read}")]
    public partial IEnumerable<TaggedValue> Sequence([Tag] int number, Func<Task<TaggedValue>> body);

    /// <summary>Makes a call of a shape.</summary>
    public async Task CallAsync(string shape, Func<Task<TaggedValue>> body)
    {
        switch (shape)
        {
            case nameof(FailedOnly):
                FailedOnly(7, body);
                break;
            case nameof(SlowOnly):
                SlowOnly(7, body);
                break;
            case nameof(RunAsync):
                await RunAsync(7, body);
                break;
            case nameof(ComputeAsync):
                await ComputeAsync(7, body);
                break;
            case nameof(ComputeValueAsync):
                await ComputeValueAsync(7, body);
                break;
            default:
                Sequence(7, body).Count().ShouldBe(1);
                break;
        }
    }

    private TaggedValue FailedOnlyCore(int number, Func<Task<TaggedValue>> body) => ComputeCoreAsync(number, body).GetAwaiter().GetResult();

    private TaggedValue SlowOnlyCore(int number, Func<Task<TaggedValue>> body) => FailedOnlyCore(number, body);

    private async Task RunCoreAsync(int number, Func<Task<TaggedValue>> body) => await ComputeCoreAsync(number, body);

    private Task<TaggedValue> ComputeCoreAsync(int number, Func<Task<TaggedValue>> body)
    {
        Entered += number;
        return body();
    }

    private ValueTask<TaggedValue> ComputeValueCoreAsync(int number, Func<Task<TaggedValue>> body) => new(ComputeCoreAsync(number, body));

    private IEnumerable<TaggedValue> SequenceCore(int number, Func<Task<TaggedValue>> body)
    {
        yield return FailedOnlyCore(number, body);
    }
}
