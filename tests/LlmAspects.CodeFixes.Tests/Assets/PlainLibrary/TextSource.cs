namespace PlainLibrary;

/// <summary>A base that knows nothing of components.</summary>
public abstract class TextSource
{
    /// <summary>Describes the source.</summary>
    public virtual string Describe(int depth) => "source at " + depth;

    /// <summary>The length of the source.</summary>
    public int Length() => 1;
}
