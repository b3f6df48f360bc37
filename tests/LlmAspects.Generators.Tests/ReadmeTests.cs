using System.Text.RegularExpressions;
using LlmAspects.Testing;
using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace LlmAspects.Generators.Tests;

public partial class ReadmeTests
{
    private const string Usings = "using System.Threading; using System.Threading.Tasks; using LlmAspects; using Microsoft.Extensions.AI;\n";

    [Fact]
    public void FirstExample_ExpandsToTheSecond()
    {
        string[] blocks = [.. CodeBlock().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.FullPath, "README.md"))).Select(match => match.Groups[1].Value)];
        var compilation = GeneratorRunner.Compile(Usings + blocks[0])
            .AddReferences(MetadataReference.CreateFromFile(typeof(IChatClient).Assembly.Location));

        GeneratorRun run = GeneratorRunner.Run(compilation);

        run.Problems.ShouldBeEmpty();
        Simplify(run.Text).ShouldContain(Simplify(blocks[1]));
    }

    private static string Simplify(string code) => WhiteSpace().Replace(Qualifier().Replace(Comment().Replace(code, ""), ""), " ").Trim();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"global::(System\.Threading\.Tasks\.|System\.Threading\.|System\.Diagnostics\.|System\.|LlmAspects\.Runtime\.)?")]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
