using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

public sealed class TagWriterTests
{
    [Fact]
    public void Values_AreTakenInOrderAndNullIsLeftOut()
    {
        var writer = new TagWriter(3);
        writer.Write("a", 1);
        writer.Write<string?>("b", null);
        writer.Write("c", 'x');

        writer.ToArray().ShouldBe([new("a", 1), new("c", "x")]);
    }

    [Fact]
    public void MoreThanTheCapacity_IsLeftOut()
    {
        var writer = new TagWriter(1);
        writer.Write("a", true);
        writer.Write("b", true);

        writer.ToArray().ShouldBe([new("a", true)]);
    }

    [Fact]
    public void Text_IsCutAtItsMaximumButNotWithinAPair()
    {
        int maximum = TagCapture.MaximumLength;

        TagWriter.Cut(new string('x', maximum)).Length.ShouldBe(maximum);
        TagWriter.Cut(new string('x', maximum + 1)).Length.ShouldBe(maximum);
        TagWriter.Cut(new string('x', maximum - 1) + "\U0001F600").Length.ShouldBe(maximum - 1);
        TagWriter.Cut(new string('x', maximum - 2) + "\U0001F600x").Length.ShouldBe(maximum);
    }

    [Fact]
    public void WithoutARedactor_WhatMustNotBeSeenIsErased()
    {
        var writer = new TagWriter(2);
        writer.WriteRedacted("secret", "hunter2", classification: null);
        writer.WriteRedacted<string?>("none", null, classification: null);

        writer.ToArray().ShouldBe([new("secret", "")]);
    }

    [Fact]
    public void Booleans_AreWrittenAsJsonWritesThem() => (TagWriter.TextOf(true), TagWriter.TextOf(false), TagWriter.TextOf(1.5)).ShouldBe(("true", "false", "1.5"));
}
