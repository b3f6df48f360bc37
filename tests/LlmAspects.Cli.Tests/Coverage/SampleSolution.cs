namespace LlmAspects.Cli.Tests.Coverage;

/// <summary>A solution of one project that refers to the runtime, restored once for all tests.</summary>
public sealed class SampleSolution : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    internal string Folder => _folder.Root;

    public async Task InitializeAsync()
    {
        _folder.Write("App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <Reference Include="LlmAspects" HintPath="{typeof(ErrorContextAttribute).Assembly.Location}" />
                <Analyzer Include="nowhere/Missing.Analyzers.dll" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("App/Chat.cs", """
            using LlmAspects;

            [LlmComponent("chat")]
            public partial class Chat
            {
                [ErrorContext, TracePerformance] public partial int Ask(int question);
                private int AskCore(int question) => question;

                public void Send() { }
            }
            """);
        _folder.Write("App.slnx", """<Solution><Project Path="App/App.csproj" /></Solution>""");
        var restore = await Testing.CommandLine.RunAsync(Folder, "dotnet", "restore", "App/App.csproj");
        restore.ExitCode.ShouldBe(0, restore.Output + restore.Error);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}
