using System.CommandLine;
using System.CommandLine.Help;
using LlmAspects.Cli.CommandLine;

namespace LlmAspects.Cli.Tests.CommandLine;

public sealed class HelpWithExamplesTests
{
    [Fact]
    public void TerminalOfOneColumn_StillShowsTheHelp()
    {
        using var output = new StringWriter();
        var root = new RootCommand("What it does, in more words than a column has.");
        HelpOption option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples(new HelpAction { MaxWidth = 1 });

        root.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false }).ShouldBe(0);

        output.ToString().ShouldContain("What it does");
        output.ToString().ShouldContain("Exit codes:");
    }
}
