using LlmAspects.Generators.Emission;

namespace LlmAspects.Generators.Tests.Emission;

public class SourceWriterTests
{
    [Fact]
    public void Blocks_AreIndentedByFourSpaces()
    {
        var writer = new SourceWriter();
        writer.Line("a");
        writer.OpenBlock();
        writer.Lines("b\n{\n    c\n}");
        writer.CloseBlock();

        writer.ToString().ShouldBe("a\n{\n    b\n    {\n        c\n    }\n}\n");
    }

    [Fact]
    public void EmptyLines_AreNotIndented()
    {
        var writer = new SourceWriter();
        writer.Indent();
        writer.Lines("a\n\nb");
        writer.Line();
        writer.Unindent();
        writer.Line("c");

        writer.ToString().ShouldBe("    a\n\n    b\n\nc\n");
    }

    [Fact]
    public void CarriageReturns_AreDropped()
    {
        var writer = new SourceWriter();
        writer.Lines("a\r\nb");

        writer.ToString().ShouldBe("a\nb\n");
    }
}
