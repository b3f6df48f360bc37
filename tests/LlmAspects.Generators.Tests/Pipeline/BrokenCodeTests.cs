using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.Generators.Tests.Pipeline;

public class BrokenCodeTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using LlmAspects;
        [assembly: LlmAspectsSource("Contoso")]
        namespace Contoso.Samples
        {
            [LlmComponent("sample")]
            public unsafe partial class Outer<TOuter> where TOuter : class
            {
                public readonly partial record struct Inner(int Number)
                {
                    [ErrorContext("a", Operation = "b"), TracePerformance]
                    public static partial Task<(int A, string? B)> RunAsync<T>(scoped in T value, out int* pointer, params ReadOnlySpan<T> rest)
                        where T : struct, IComparable<T>, allows ref struct;
                    private static Task<(int A, string? B)> RunCoreAsync<T>(scoped in T value, out int* pointer, params ReadOnlySpan<T> rest)
                        where T : struct, IComparable<T>, allows ref struct { pointer = null; return null!; }
                    [TracePerformance] public readonly partial ref readonly int Find(CancellationToken first, ref CancellationToken second);
                    private readonly ref readonly int FindCore(CancellationToken first, ref CancellationToken second) => throw new Exception();
                }
            }
        }
        """;

    private enum Edit
    {
        Remove,
        Double,
        CutHere,
    }

    [Theory]
    [InlineData(nameof(Edit.Remove))]
    [InlineData(nameof(Edit.Double))]
    [InlineData(nameof(Edit.CutHere))]
    public void EditOfAnyToken_NeverStopsTheGenerator(string edit)
    {
        var tree = GeneratorRunner.Parse(Source, "Source.cs");
        var compilation = GeneratorRunner.Compile(tree);
        var driver = GeneratorRunner.CreateDriver();

        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            var broken = GeneratorRunner.Parse(Apply(Enum.Parse<Edit>(edit), token.FullSpan), "Source.cs");
            driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, broken));
            driver.GetRunResult().Results.Single().Exception.ShouldBeNull(broken.ToString());
        }
    }

    [Fact]
    public void CodeBeforeTheEdits_IsExpanded() => ExtractedTypes.CountMembers(GeneratorRunner.Run(Source)).ShouldBe(2);

    private static string Apply(Edit edit, TextSpan token) => edit switch
    {
        Edit.Remove => Source.Remove(token.Start, token.Length),
        Edit.Double => Source.Insert(token.End, Source.Substring(token.Start, token.Length)),
        _ => Source[..token.Start],
    };
}
