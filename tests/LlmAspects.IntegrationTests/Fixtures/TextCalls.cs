using System.Text;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Tags of all kinds of values.</summary>
internal static partial class TextCalls
{
    /// <summary>Texts, each at its own place.</summary>
    [ErrorContext, TracePerformance, Tag("result", "{result}"), Tag("wrapped", "{wrapped.Body}")]
    public static partial string Repeat([Tag] string text, [Tag] ReadOnlySpan<char> characters, Lines wrapped, Func<string> body);

    /// <summary>Steps over what may be null.</summary>
    [TracePerformance, Tag("year", "{day.Year}"), Tag("length", "{item.Length}"), Tag("inner", "{item.Inner.Inner.Length}"), Tag("part", "{part.Length}"), Tag("result", "{result.Length}")]
    public static partial TItem? Step<TItem>(DateTime? day, TItem? item, Part? part)
        where TItem : class, INode;

    /// <summary>Characters that the body overwrites.</summary>
    [ErrorContext, TracePerformance]
    public static partial void Overwrite([Tag] Span<char> characters, Action body);

    /// <summary>Values of every kind.</summary>
    [TracePerformance]
    public static partial void Show<T>([Tag] T value);

    internal interface INode
    {
        int Length { get; }

        INode? Inner { get; }
    }

    internal readonly record struct Part(int Length);

    internal sealed record Node(int Length, INode? Inner) : INode;

    internal sealed record Lines(StringBuilder Body);

    private static string RepeatCore(string text, ReadOnlySpan<char> characters, Lines wrapped, Func<string> body) => body();

    private static TItem? StepCore<TItem>(DateTime? day, TItem? item, Part? part)
        where TItem : class, INode => item;

    private static void OverwriteCore(Span<char> characters, Action body)
    {
        characters.Fill('x');
        body();
    }

    private static void ShowCore<T>(T value)
    {
    }
}
