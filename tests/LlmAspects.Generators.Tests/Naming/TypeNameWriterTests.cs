using LlmAspects.Generators.Extraction;
using LlmAspects.Testing.Generators.Corpus;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Tests.Naming;

public class TypeNameWriterTests
{
    // The type is written into every wrapper, and its text is part of the file's name.
    [Fact]
    public void EveryTypeInASignatureOfDotNet_IsWrittenAsTheCompilerDisplaysIt()
    {
        var types = BclCorpus.MethodsOfDotNet()
            .SelectMany(static method => method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType))
            .ToHashSet<ITypeSymbol>(SymbolEqualityComparer.IncludeNullability);

        types.Count.ShouldBeGreaterThan(5_000);
        types.Where(static type => QualifiedNames.Of(type) != QualifiedNames.AsDisplayed(type)).Select(QualifiedNames.AsDisplayed).ShouldBeEmpty();
        types.Count(static type => TypeNameWriter.TryWrite(type) is not null).ShouldBeGreaterThan(types.Count * 9 / 10);
    }
}
