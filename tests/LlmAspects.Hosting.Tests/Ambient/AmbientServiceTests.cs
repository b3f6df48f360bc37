using LlmAspects.Errors;
using LlmAspects.Logging;
using LlmAspects.Tracing;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LlmAspects.Hosting.Tests.Ambient;

public sealed class AmbientServiceTests
{
    [Fact]
    public async Task Start_SetsLoggerFactoryAndMessages_AndStopTakesThemBack()
    {
        using var host = TestHost.Build(services => services.AddLlmAspects(options =>
        {
            options.RecordMessages = true;
            options.MessageRedactor = static message => message + "!";
            options.MaximumTagLength = 99;
        }));

        await host.StartAsync();
        LlmAspectsLogging.Factory.ShouldBe(host.Services.GetRequiredService<ILoggerFactory>());
        ErrorAggregator.Shared.RecordMessages.ShouldBeTrue();
        ErrorAggregator.Shared.MessageRedactor.ShouldNotBeNull()("said").ShouldBe("said!");
        TagCapture.MaximumLength.ShouldBe(99);

        await host.StopAsync();
        LlmAspectsLogging.Factory.ShouldBeNull();
        ErrorAggregator.Shared.RecordMessages.ShouldBeFalse();
        ErrorAggregator.Shared.MessageRedactor.ShouldBeNull();
        TagCapture.MaximumLength.ShouldBe(TagCapture.DefaultMaximumLength);
    }

    [Fact]
    public async Task SecondHostStops_FirstIsHeardAgain()
    {
        using var first = TestHost.Build(services => services.AddLlmAspects());
        using var second = TestHost.Build(services => services.AddLlmAspects(options => options.RecordMessages = true));
        await first.StartAsync();
        await second.StartAsync();
        LlmAspectsLogging.Factory.ShouldBe(second.Services.GetRequiredService<ILoggerFactory>());

        await second.StopAsync();
        LlmAspectsLogging.Factory.ShouldBe(first.Services.GetRequiredService<ILoggerFactory>());
        ErrorAggregator.Shared.RecordMessages.ShouldBeFalse();

        await first.StopAsync();
        LlmAspectsLogging.Factory.ShouldBeNull();
    }

    [Fact]
    public async Task FirstHostStops_SecondStaysHeard()
    {
        using var first = TestHost.Build(services => services.AddLlmAspects());
        using var second = TestHost.Build(services => services.AddLlmAspects());
        await first.StartAsync();
        await second.StartAsync();

        await first.StopAsync();
        LlmAspectsLogging.Factory.ShouldBe(second.Services.GetRequiredService<ILoggerFactory>());

        await second.StopAsync();
        LlmAspectsLogging.Factory.ShouldBeNull();
    }

    [Fact]
    public async Task HostDisposedWithoutStop_TakesTheSettingsBack()
    {
        var host = TestHost.Build(services => services.AddLlmAspects());
        await host.StartAsync();

        host.Dispose();

        LlmAspectsLogging.Factory.ShouldBeNull();
    }

    [Fact]
    public async Task RedactorProvider_RedactsDescribedAttributesAndErasesOthers()
    {
        using var host = TestHost.Build(services => services
            .AddRedaction(redaction => redaction.SetRedactor<StarRedactor>(PersonalAttribute.Class).SetFallbackRedactor<NullRedactor>())
            .AddLlmAspects()
            .AddLlmAspectsClassification<PersonalAttribute>());
        await host.StartAsync();

        var redactor = TagCapture.Redactor.ShouldNotBeNull();
        redactor.Redact("Ann", typeof(PersonalAttribute)).ShouldBe("***");
        redactor.Redact("Ann", typeof(UnknownAttribute)).ShouldBeEmpty();

        await host.StopAsync();
        TagCapture.Redactor.ShouldBeNull();
    }

    [Fact]
    public async Task RunningHost_RecordsTracesForItsReports()
    {
        using var host = TestHost.Build(services => services.AddLlmAspects());
        await host.StartAsync();

        new SampleComponent().Run(fail: false);

        host.Services.GetRequiredService<ReportProvider>().Create().Traces.ShouldContain(trace => trace.Name == "hosting_sample.run");
        await host.StopAsync();
    }

    [Fact]
    public async Task RecordTracesOff_NoRecorderListens()
    {
        using var host = TestHost.Build(services => services.AddLlmAspects(options => options.RecordTraces = false));
        await host.StartAsync();

        new SampleComponent().Run(fail: false);

        host.Services.GetRequiredService<ReportProvider>().GetTraces().ShouldBeEmpty();
        host.Services.GetRequiredService<TraceRecorder>().GetTraces().ShouldBeEmpty();
        await host.StopAsync();
    }

    private sealed class PersonalAttribute : DataClassificationAttribute
    {
        public static readonly DataClassification Class = new("Tests", "Personal");

        public PersonalAttribute()
            : base(Class)
        {
        }
    }

    private sealed class UnknownAttribute : DataClassificationAttribute
    {
        public UnknownAttribute()
            : base(new DataClassification("Tests", "Other"))
        {
        }
    }

    private sealed class StarRedactor : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => input.Length;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            destination[..source.Length].Fill('*');
            return source.Length;
        }
    }
}
