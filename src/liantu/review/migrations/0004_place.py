from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("review", "0003_internal")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="place",
            field=models.CharField(blank=True, max_length=100),
        ),
    ]
