namespace LlmAspects.Runtime;

/// <summary>Reads the tags of a call. A getter that throws costs its own tag and is counted.</summary>
internal static class CallTags
{
    internal static KeyValuePair<string, object?>[] Arguments<TTags>(in TTags tags)
        where TTags : struct, ICallTags, allows ref struct
    {
        var writer = new TagWriter(TTags.ArgumentCount);
        WriteArguments(tags, TTags.ArgumentCount, ref writer);
        return writer.ToArray();
    }

    internal static KeyValuePair<string, object?>[] Results<TResult, TTags>(in TResult result, in TTags tags)
        where TResult : allows ref struct
        where TTags : struct, ICallTags<TResult>, allows ref struct
    {
        var writer = new TagWriter(TTags.ResultCount);
        WriteResults(result, tags, TTags.ResultCount, ref writer);
        return writer.ToArray();
    }

    /// <summary>The metric tags that need no result; <see langword="null"/> when there are none.</summary>
    internal static KeyValuePair<string, object?>[]? Metrics<TTags>(in TTags tags)
        where TTags : struct, ICallTags, allows ref struct
    {
        if (TTags.ArgumentMetricCount == 0)
        {
            return null;
        }

        var writer = new TagWriter(TTags.ArgumentMetricCount);
        WriteArguments(tags, TTags.ArgumentMetricCount, ref writer);
        return writer.ToArray();
    }

    /// <summary>The metric tags of a success; <see langword="null"/> when there are none.</summary>
    internal static KeyValuePair<string, object?>[]? Metrics<TResult, TTags>(in TResult result, in TTags tags)
        where TResult : allows ref struct
        where TTags : struct, ICallTags<TResult>, allows ref struct
    {
        if (TTags.ArgumentMetricCount + TTags.ResultMetricCount == 0)
        {
            return null;
        }

        var writer = new TagWriter(TTags.ArgumentMetricCount + TTags.ResultMetricCount);
        WriteArguments(tags, TTags.ArgumentMetricCount, ref writer);
        WriteResults(result, tags, TTags.ResultMetricCount, ref writer);
        return writer.ToArray();
    }

    private static void WriteArguments<TTags>(in TTags tags, int count, ref TagWriter writer)
        where TTags : struct, ICallTags, allows ref struct
    {
        for (var index = 0; index < count; index++)
        {
            try
            {
                tags.WriteArgument(index, ref writer);
            }
            catch (Exception fault)
            {
                RuntimeFaults.Note(fault);
            }
        }
    }

    private static void WriteResults<TResult, TTags>(in TResult result, in TTags tags, int count, ref TagWriter writer)
        where TResult : allows ref struct
        where TTags : struct, ICallTags<TResult>, allows ref struct
    {
        for (var index = 0; index < count; index++)
        {
            try
            {
                tags.WriteResult(index, result, ref writer);
            }
            catch (Exception fault)
            {
                RuntimeFaults.Note(fault);
            }
        }
    }
}
