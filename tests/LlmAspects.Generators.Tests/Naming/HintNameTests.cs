using System.Text.RegularExpressions;
using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Naming;

public partial class HintNameTests
{
    private const string Member = "[ErrorContext] public partial void Run(); private void RunCore() { }";

    [Fact]
    public void HintName_NamesTheTypeAndIsTheSameInEveryProcess()
        => NamesOf($"namespace Contoso {{ public partial class Router {{ {Member} }} }}").ShouldBe(["Router.8a46ab13.g.cs"]);

    [Fact]
    public void MembersOfOneType_ShareItsFile()
        => NamesOf(
            $"public partial class Router {{ {Member} }}",
            "public partial class Router { [TracePerformance] public partial void Go(); private void GoCore() { } }")
            .Length.ShouldBe(1);

    [Fact]
    public void SameNamesInOtherPlaces_HaveNamesOfTheirOwn()
    {
        var names = NamesOf(
            $"public partial class Router {{ {Member} }}",
            $"public partial class ROUTER {{ {Member} }}",
            $"public partial class Router<T> {{ {Member} }}",
            $"public partial class Router<T, U> {{ {Member} }}",
            $"public partial class Outer {{ public partial class Router {{ {Member} }} }}",
            $"namespace Contoso {{ public partial class Router {{ {Member} }} }}");

        names.Length.ShouldBe(6);
        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(6);
    }

    [Fact]
    public void LongNames_AreCutTo80CharactersAndStayUnique()
    {
        var type = new string('T', 200);
        var names = NamesOf($"public partial class {type}1 {{ {Member} }}", $"public partial class {type}2 {{ {Member} }}");

        names.Length.ShouldBe(2);
        names.ShouldAllBe(static name => name.Length <= 80);
    }

    // A combining acute accent and a connector are fine in an identifier.
    [Fact]
    public void CharactersThatNoFileNameTakes_AreReplaced()
    {
        var name = NamesOf($"public partial class E\u0301t\u203Fe {{ {Member} }}").ShouldHaveSingleItem();

        name.ShouldMatch(AllowedName().ToString());
        name.ShouldStartWith("E_t_e.");
    }

    private static string[] NamesOf(params string[] types)
    {
        var run = GeneratorRunner.Run("using LlmAspects; " + string.Join('\n', types));
        run.Problems.ShouldBeEmpty();
        return [.. run.Files.Select(static file => file.HintName)];
    }

    [GeneratedRegex(@"^[\w.]+\.[0-9a-f]{8}\.g\.cs$")]
    private static partial Regex AllowedName();
}
