using System.Collections;
using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>The tags of one enumeration.</summary>
internal abstract class StreamTags
{
    /// <summary>Those of another enumeration of the same call.</summary>
    internal abstract StreamTags Fresh();

    /// <summary>Remembers the last item when it is going to be read.</summary>
    internal abstract void Keep(IEnumerator enumerator);

    internal abstract void Begin(Operation operation, Activity span);

    /// <summary>Puts those of the last item on the span, and returns those that metrics carry.</summary>
    internal abstract KeyValuePair<string, object?>[]? End(Activity? span, bool isMetered);

    internal abstract FailureTags Fail(Operation operation, Exception error, Activity? span, CallTokens tokens);
}
